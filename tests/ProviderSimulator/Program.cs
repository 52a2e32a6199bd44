using System.CommandLine;
using OrleansWallet.ProviderSimulator;

var port = new Option<int>("--port")
{
    Description = "Port on loopback; a free one by default",
};
var ipnUrl = new Option<Uri?>("--ipn-url")
{
    Description = "Where callbacks go that no request named an address for",
};
var root = new RootCommand("Simulates NOWPayments and CoinGecko; switches are below /control")
{
    port, ipnUrl,
};
root.SetAction(async (parsed, _) =>
{
    await using var server = await ProviderServer.Start(new ProviderServerOptions
    {
        Port = parsed.GetValue(port),
        IpnUrl = parsed.GetValue(ipnUrl),
    });
    foreach (var (key, value) in server.Settings)
    {
        Console.WriteLine($"{key.Replace(":", "__", StringComparison.Ordinal)}={value}");
    }

    await server.WaitForShutdown();
    return 0;
});
return await root.Parse(args).InvokeAsync();
