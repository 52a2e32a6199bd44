using System.CommandLine;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>The command line of <c>replay</c>.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "The bank's transactions as CSV, plain or gzipped",
        }.AcceptExistingOnly();
        var url = CommandOptions.Text("--url", "http://127.0.0.1:8080", "The grid's address");
        var email = CommandOptions.Text("--email", "service@demo.local", "Who signs in; needs the role service");
        var password = CommandOptions.Text("--password", "demo-password-1", "The password");
        var concurrency = CommandOptions.Number("--concurrency", 128, "Wallets at a time");
        var currency = CommandOptions.Text("--currency", "CZK", "The currency of the file's amounts");
        var prefix = CommandOptions.Text("--wallet-prefix", "cz-", "A wallet's id is this and the account_id");
        var retry = CommandOptions.Number("--retry-seconds", 60, "How long to ask again while nothing succeeds");
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead" };
        var noVerify = new Option<bool>("--no-verify") { Description = "Do not read back" };
        url.Validators.Add(result => CommandOptions.Require(
            result, CommandOptions.Root(result.GetValue(url)) is not null, "--url is not an http address"));
        currency.Validators.Add(result => CommandOptions.Require(
            result,
            CurrencyRegistry.Default.TryGet(result.GetValue(currency), out _),
            "--currency is not one of the built-in currencies"));
        prefix.Validators.Add(result => CommandOptions.Require(
            result,
            WalletId.TryParse(result.GetValue(prefix) + "1", out _),
            "--wallet-prefix can't begin a wallet id"));

        var command = new Command("replay", "Posts a bank's file, a real transfer for each one in it")
        {
            file, url, email, password, concurrency, currency, prefix, retry, json, noVerify,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new ReplayOptions(
                parsed.GetRequiredValue(file).FullName,
                CommandOptions.Root(parsed.GetRequiredValue(url))!,
                new Credentials(parsed.GetRequiredValue(email), parsed.GetRequiredValue(password)),
                parsed.GetValue(concurrency),
                CurrencyRegistry.Default[parsed.GetRequiredValue(currency)],
                parsed.GetRequiredValue(prefix),
                TimeSpan.FromSeconds(parsed.GetValue(retry)),
                parsed.GetValue(json),
                !parsed.GetValue(noVerify)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ReplayOptions options, CancellationToken cancellationToken)
    {
        BankFile file;
        try
        {
            file = new BankFileReader(options.WalletPrefix, options.Currency).Read(options.Path);
        }
        catch (Exception failure) when (failure is FormatException or IOException)
        {
            await Console.Error.WriteLineAsync($"{options.Path}: {failure.Message}");
            return 1;
        }

        using var run = new ReplayRun(options, file, CommandOptions.Display(options.Json), TimeProvider.System);
        var report = await run.RunAsync(cancellationToken);
        await Console.Out.WriteLineAsync(
            options.Json ? ReplayReportJson.Write(report) : ReplayReportText.Write(report));
        return report.IsWell ? 0 : 1;
    }
}
