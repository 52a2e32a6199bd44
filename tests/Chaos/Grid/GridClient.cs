using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace OrleansWallet.Chaos.Grid;

/// <summary>Calls the grid over HTTP, each attempt once. Thread-safe.</summary>
/// <remarks>
/// The handler never sends a body again by itself, so an attempt here is one on the wire.
/// </remarks>
public sealed class GridClient : IDisposable
{
    private const string DemoPassword = "demo-password-1";
    private const string KeyHeader = "Idempotency-Key";
    private static readonly TimeSpan _readPatience = TimeSpan.FromSeconds(20);

    private static readonly JsonSerializerOptions _json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient _http;
    private string? _token;

    public GridClient(Uri root)
    {
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            UseProxy = false,
            AllowAutoRedirect = false,
        })
        {
            BaseAddress = root,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Signs in as the service.</summary>
    public async Task SignIn(CancellationToken cancellationToken) =>
        _token = await FetchToken("service", cancellationToken);

    /// <summary>Closes an empty wallet for good.</summary>
    public async Task CloseWallet(string wallet, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"api/wallets/{wallet}/close")
        {
            Content = JsonContent.Create(new { reason = "to be found closed" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", await FetchToken("admin", cancellationToken));
        using var response = await _http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task<bool> IsReady(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var response = await _http.GetAsync(
                new Uri("health", UriKind.Relative), patience.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (IsLost(e) && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Sends a command once.</summary>
    /// <param name="path">Below the root.</param>
    /// <param name="key">Null sends none.</param>
    /// <param name="body">JSON.</param>
    /// <param name="patience">After which the caller hangs up.</param>
    public async Task<Answer> Send(
        string path, string? key, ReadOnlyMemory<byte> body, TimeSpan patience)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ReadOnlyMemoryContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (key is not null)
        {
            request.Headers.Add(KeyHeader, key);
        }

        return await Exchange(request, patience, static answer => answer);
    }

    /// <summary>Reads once.</summary>
    /// <returns>The value, or in its place what the attempt came to.</returns>
    public async Task<(T? Value, Answer Answer)> Get<T>(string path)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        T? value = null;
        var answer = await Exchange(request, _readPatience, answer =>
        {
            value = JsonSerializer.Deserialize<T>(answer.Code!, _json);
            return answer;
        });
        return (value, answer);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> FetchToken(string user, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync(
            "auth/login", new { email = $"{user}@demo.local", password = DemoPassword },
            cancellationToken);
        response.EnsureSuccessStatusCode();
        var login = await response.Content.ReadFromJsonAsync<Login>(_json, cancellationToken);
        return login!.AccessToken;
    }

    private async Task<Answer> Exchange(
        HttpRequestMessage request, TimeSpan patience, Func<Answer, Answer> read)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        using var timeout = new CancellationTokenSource(patience);
        try
        {
            using var response = await _http.SendAsync(request, timeout.Token);
            var text = await response.Content.ReadAsStringAsync(timeout.Token);
            var answer = AnswerReader.Read(request.Method, response, text, _json);
            return answer.Outcome == Outcome.Acknowledged ? read(answer) : answer;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new Answer(Outcome.GaveUp);
        }
        catch (Exception e) when (IsLost(e))
        {
            return new Answer(Outcome.ConnectionLost);
        }
        catch (JsonException e)
        {
            return new Answer(Outcome.Wrong, Code: $"an answer that is no JSON: {e.Message}");
        }
    }

    private static bool IsLost(Exception error) =>
        error is HttpRequestException or IOException or OperationCanceledException;
}
