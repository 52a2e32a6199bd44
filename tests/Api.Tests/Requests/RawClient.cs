using System.Net.Sockets;

namespace OrleansWallet.Api.Tests.Requests;

/// <summary>Sends a request as it is, on a connection of its own.</summary>
public static class RawClient
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <returns>Null when the server hung up without an answer.</returns>
    /// <exception cref="OperationCanceledException">The server hangs.</exception>
    public static async Task<RawAnswer?> Send(Uri address, RawRequest request)
    {
        using var end = new CancellationTokenSource(_patience);
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port, end.Token);
        var stream = client.GetStream();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(request.ToBytes(), end.Token);
            if (request.EndsEarly)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (IOException)
        {
            // It answers before the body's end when it has heard enough.
        }

        try
        {
            await stream.CopyToAsync(answer, end.Token);
        }
        catch (IOException)
        {
            // What came before the connection broke still counts.
        }

        return RawAnswer.Parse(answer.ToArray());
    }
}
