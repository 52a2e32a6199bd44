using System.Net;
using System.Net.Sockets;
using OrleansWallet.ProviderSimulator;

namespace OrleansWallet.Api.Tests.Flows;

/// <summary>A market with a simulated NOWPayments, which knows where the grid is.</summary>
public class ProvidedMarket : IAsyncLifetime
{
    public ProviderServer Provider { get; private set; } = null!;

    public Market Market { get; private set; } = null!;

    /// <summary>Besides those of every such market.</summary>
    protected virtual IReadOnlyList<(string Name, string Value)> Settings => [];

    public async Task InitializeAsync()
    {
        var port = FreePort();
        Provider = await ProviderServer.Start(new ProviderServerOptions
        {
            IpnUrl = new Uri($"http://127.0.0.1:{port}/api/nowpayments/ipn"),
        });
        Market = new Market
        {
            Settings =
            [
                ("urls", $"http://127.0.0.1:{port}"), ("Prices:Source", "static"),
                ("Addresses:WaitingTime", "1.00:00:00"),
                ("Withdrawals:Default:BasisPoints", "100"), ("Withdrawals:Default:DayMax", "1.5"),
                ("Withdrawals:Default:Max", "1.2"), ("NowPayments:PayoutTotpSecret", "JBSWY3DPEHPK3PXP"),
                .. Provider.Settings.Where(s => s.Key.StartsWith("NowPayments", StringComparison.Ordinal))
                    .Select(s => (s.Key, s.Value!)),
                .. Settings,
            ],
        };
        await Market.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Market.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
