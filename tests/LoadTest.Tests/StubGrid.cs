using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansWallet.LoadTest.Tests;

/// <summary>Answers calls on loopback as scripted: the next answer of the path, or 200.</summary>
internal sealed class StubGrid : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(int Status, string Body)> _answers;
    private int _tokens;

    public StubGrid(params (int Status, string Body)[] answers)
    {
        _answers = new ConcurrentQueue<(int, string)>(answers);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        Root = new Uri($"http://127.0.0.1:{port}/");
        _listener.Prefixes.Add(Root.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Root { get; }

    /// <summary>Token, key and body of every call but the sign-ins.</summary>
    public ConcurrentQueue<(string? Token, string? Key, string Body)> Calls { get; } = new();

    /// <summary>The total in USD of every wallet; null knows no wallet.</summary>
    public string? Balances { get; init; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var (status, body) = await AnswerAsync(context.Request);
            context.Response.StatusCode = status;
            // A write of nothing would end the body, and closing it would end it once more: what the
            // client then takes for its next answer.
            if (body.Length > 0)
            {
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            }

            context.Response.Close();
        }
    }

    private async Task<(int Status, string Body)> AnswerAsync(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream);
        var body = await reader.ReadToEndAsync();
        if (request.Url!.AbsolutePath == "/auth/login")
        {
            return (200, $$"""{"access_token":"token-{{++_tokens}}"}""");
        }

        if (request.Url.AbsolutePath.StartsWith("/api/wallets/balances/", StringComparison.Ordinal))
        {
            var line = $$"""{"currency":"USD","account":"spot","total_balance":"{{Balances}}"}""";
            return Balances is null
                ? (404, """{"code":"wallet_not_found"}""")
                : (200, $$"""{"balances":[{{line}}],"version":1}""");
        }

        Calls.Enqueue((request.Headers["Authorization"], request.Headers["Idempotency-Key"], body));
        return _answers.TryDequeue(out var answer) ? answer : (200, "{}");
    }
}
