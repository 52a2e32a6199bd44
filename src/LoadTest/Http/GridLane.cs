using System.Text.Json;

namespace OrleansWallet.LoadTest.Http;

/// <summary>
/// One caller's way to the grid: sends a call until it is answered, always with the same key and
/// bytes, so that however often it is sent, it takes effect once. Not thread-safe.
/// </summary>
internal sealed class GridLane(GridClient client) : IDisposable
{
    /// <summary>An attempt without an answer for so long is given up and made again.</summary>
    public const int AttemptSecondsMax = 30;

    private readonly HttpConnection _connection = new(client.Root);
    private readonly Utf8Buffer _request = new(1024);
    private CancellationTokenSource? _timeout;
    private CancellationToken _timeoutOf;

    public GridClient Client => client;

    /// <summary>The call to fill before <see cref="SendAsync"/>.</summary>
    public GridCall Call { get; } = new();

    /// <summary>Signs in; used before the first call and whenever the token wore out.</summary>
    /// <exception cref="GridRefusedException">The grid does not know these credentials.</exception>
    public Task SignInAsync(CancellationToken cancellationToken) =>
        SignInAgainAsync(client.SignIn.Authorization, cancellationToken);

    /// <summary>Signs in unless another lane has done so since.</summary>
    /// <param name="worn">The <c>Authorization</c> that no longer serves.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="GridRefusedException">The grid does not know these credentials.</exception>
    public Task SignInAgainAsync(string? worn, CancellationToken cancellationToken) =>
        client.SignIn.RenewAsync(worn, FetchTokenAsync, cancellationToken);

    /// <returns>The answer, always a success.</returns>
    /// <exception cref="GridRefusedException">Refused, and asking again would not help.</exception>
    /// <exception cref="GridUnreachableException">No success for too long.</exception>
    public async ValueTask<GridAnswer> SendAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff();
        while (true)
        {
            var authorization = client.SignIn.Authorization;
            var (answer, kind, last) = await AttemptAsync(Call, authorization, cancellationToken);
            if (kind is null)
            {
                client.Patience.Succeeded();
                return answer;
            }

            await BeforeNextAsync(Call, kind.Value, last, cancellationToken);
            if (kind == RetryKind.SignedOut)
            {
                await SignInAgainAsync(authorization, cancellationToken);
            }

            await Task.Delay(backoff.Next(answer.RetryAfter), cancellationToken);
        }
    }

    public void Dispose()
    {
        Call.Dispose();
        _connection.Dispose();
        _timeout?.Dispose();
    }

    private Task BeforeNextAsync(
        GridCall call, RetryKind kind, string last, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        client.Retries.Add(kind);
        return client.Patience.IsOver
            ? Task.FromException(
                new GridUnreachableException(call.ToString(), client.Patience.Limit, last))
            : Task.CompletedTask;
    }

    private async Task<string> FetchTokenAsync(CancellationToken cancellationToken)
    {
        using var login = new GridCall();
        login.Post(client.Routes.Login, null, client.Credentials, static (json, who) =>
        {
            json.WriteString("email", who.Email);
            json.WriteString("password", who.Password);
        });
        var backoff = new Backoff();
        while (true)
        {
            var (answer, kind, last) = await AttemptAsync(login, null, cancellationToken);
            if (kind is null)
            {
                return JsonSerializer.Deserialize(answer.Body.Span, GridJson.Default.SignedIn)
                    ?.AccessToken ?? throw new InvalidDataException($"{login}: no access_token");
            }

            if (kind == RetryKind.SignedOut)
            {
                throw new GridRefusedException(login.ToString(), 401, Problem.Read(answer.Body));
            }

            await BeforeNextAsync(login, kind.Value, last, cancellationToken);
            await Task.Delay(backoff.Next(answer.RetryAfter), cancellationToken);
        }
    }

    private async ValueTask<(GridAnswer Answer, RetryKind? Retry, string Last)> AttemptAsync(
        GridCall call, string? authorization, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ExchangeAsync(call, authorization, Timeout(cancellationToken));
            if (answer.IsSuccess)
            {
                return (answer, null, string.Empty);
            }

            var problem = Problem.Read(answer.Body);
            var kind = RetryRules.Of(answer.Status, problem)
                ?? throw new GridRefusedException(call.ToString(), answer.Status, problem);
            return (answer, kind, $"{answer.Status} {problem}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, RetryKind.TimedOut, $"none within {AttemptSecondsMax} s");
        }
        catch (Exception failure) when (RetryRules.Of(failure) is { } kind)
        {
            return (default, kind, failure.Message);
        }
    }

    private ValueTask<GridAnswer> ExchangeAsync(
        GridCall call, string? authorization, CancellationToken cancellationToken)
    {
        _request.Clear().Add(call.Method.Method).Add(" "u8).Add(call.Target.PathAndQuery)
            .Add(" HTTP/1.1\r\nHost: "u8).Add(client.Root.Authority);
        if (authorization is not null)
        {
            _request.Add("\r\nAuthorization: "u8).Add(authorization);
        }

        if (call.Key is not null)
        {
            _request.Add("\r\nIdempotency-Key: "u8).Add(call.Key);
        }

        if (call.Method == HttpMethod.Post)
        {
            _request.Add("\r\nContent-Type: application/json\r\nContent-Length: "u8)
                .Add(call.Body.Length);
        }

        _request.Add("\r\n\r\n"u8).Add(call.Body.Span);
        return _connection.ExchangeAsync(_request.Memory, cancellationToken);
    }

    // One source serves all attempts of a lane: setting its timer again is cheaper than a new one.
    private CancellationToken Timeout(CancellationToken cancellationToken)
    {
        if (_timeout is null || _timeout.IsCancellationRequested || _timeoutOf != cancellationToken)
        {
            _timeout?.Dispose();
            _timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _timeoutOf = cancellationToken;
        }

        _timeout.CancelAfter(TimeSpan.FromSeconds(AttemptSecondsMax));
        return _timeout.Token;
    }
}
