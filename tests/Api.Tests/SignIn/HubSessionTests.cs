using System.Net;
using System.Net.WebSockets;

namespace OrleansWallet.Api.Tests.SignIn;

public sealed class HubSessionTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private readonly TestGrid _grid = fixture.Grid;

    [Fact]
    public async Task Connection_WhenTokensAreRevoked_IsClosed()
    {
        var user = await _grid.SignIn();
        var neighbour = await _grid.SignIn();
        using var socket = await Connect(user.AccessToken);
        using var other = await Connect(neighbour.AccessToken);

        using var answer = await _grid.Post("/auth/logout", null, user.AccessToken);

        Assert.True(await IsClosed(socket, _patience));
        Assert.False(await IsClosed(other, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Connection_WhenNobodyIsSignedIn_IsRefused()
    {
        var e = await Assert.ThrowsAsync<WebSocketException>(() => Connect("no-token"));

        Assert.Contains("401", e.Message, StringComparison.Ordinal);
        using var negotiate = await _grid.Post("/balance/negotiate?negotiateVersion=1");
        Assert.Equal(HttpStatusCode.Unauthorized, negotiate.StatusCode);
    }

    private async Task<ClientWebSocket> Connect(string token)
    {
        var address = new UriBuilder(_grid.Http.BaseAddress!)
        {
            Scheme = "ws",
            Path = "/balance",
            Query = $"access_token={Uri.EscapeDataString(token)}",
        }.Uri;
        var socket = new ClientWebSocket();
        using var timeout = new CancellationTokenSource(_patience);
        await socket.ConnectAsync(address, timeout.Token);
        await socket.SendAsync(
            "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(),
            WebSocketMessageType.Text, endOfMessage: true, timeout.Token);
        return socket;
    }

    private static async Task<bool> IsClosed(ClientWebSocket socket, TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        var buffer = new byte[4_096];
        try
        {
            while ((await socket.ReceiveAsync(buffer, timeout.Token)).MessageType
                != WebSocketMessageType.Close)
            {
            }

            return true;
        }
        catch (WebSocketException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
