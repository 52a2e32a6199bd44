using System.Net;
using System.Net.Sockets;
using OrleansWallet.Testing;

namespace OrleansWallet.Journal.Tests.InDoubt;

/// <summary>The proxy that the doubts are made with.</summary>
public sealed class TcpProxyTests
{
    [Fact]
    public async Task CutClients_WhenALinkHasEnded_CutsTheOthersOnly()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var proxy = new TcpProxy(
            "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        using var ended = new TcpClient("127.0.0.1", proxy.Port);
        using var endedServer = await listener.AcceptTcpClientAsync();
        using var open = new TcpClient("127.0.0.1", proxy.Port);
        using var openServer = await listener.AcceptTcpClientAsync();
        ended.Close();
        // The proxy has closed its link when the server sees the end.
        Assert.Equal(0, await endedServer.GetStream().ReadAsync(new byte[1]));

        proxy.CutClients();

        await Assert.ThrowsAsync<IOException>(
            async () => await open.GetStream().ReadExactlyAsync(new byte[1]));
        // The server's side of a cut link stays open.
        await openServer.GetStream().WriteAsync(new byte[1]);
        Assert.False(openServer.Client.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectRead));
    }
}
