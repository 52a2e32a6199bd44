namespace OrleansWallet.LoadTest.Http;

/// <summary>
/// One caller's own connection to the grid. As <see cref="GridLane"/> does, it sends a call until
/// it is answered, always with the same key and bytes; a refusal is an answer here. Not
/// thread-safe.
/// </summary>
internal sealed class HttpLane(GridClient client) : IDisposable
{
    private readonly HttpConnection _connection = new(client.Root);
    private readonly Utf8Buffer _request = new(1024);
    private readonly GridLane _signIn = new(client);
    private readonly string _prefix = client.Root.AbsolutePath.TrimEnd('/');
    private CancellationTokenSource? _timeout;
    private CancellationToken _timeoutOf;

    /// <summary>The JSON body to fill before a post.</summary>
    public Utf8Buffer Body { get; } = new(1024);

    /// <summary>For a caller that asks again by itself: over after as long as a call's is.</summary>
    public Patience NewPatience() => new(client.Patience.Limit, TimeProvider.System);

    /// <param name="path">Begins with a slash.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A success, or a refusal that asking again does not change.</returns>
    /// <exception cref="GridUnreachableException">No success for too long.</exception>
    public ValueTask<GridAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new HttpLaneCall("GET", path, default, null), cancellationToken);

    /// <param name="path">Begins with a slash.</param>
    /// <param name="key">The <c>Idempotency-Key</c>.</param>
    /// <param name="user">The <c>Authorization</c> of a user; null posts as the service.</param>
    /// <param name="cancellationToken">Stops it; what was sent may still take effect.</param>
    /// <returns>As of <see cref="GetAsync"/>.</returns>
    public ValueTask<GridAnswer> PostAsync(
        string path, LoadKey key, string? user, CancellationToken cancellationToken) =>
        SendAsync(new HttpLaneCall("POST", path, key, user), cancellationToken);

    public void Dispose()
    {
        _connection.Dispose();
        _signIn.Dispose();
        _timeout?.Dispose();
    }

    private async ValueTask<GridAnswer> SendAsync(
        HttpLaneCall call, CancellationToken cancellationToken)
    {
        var backoff = new Backoff();
        while (true)
        {
            var authorization = call.User ?? client.SignIn.Authorization;
            Write(call, authorization);
            var (answer, kind, last) = await AttemptAsync(cancellationToken);
            if (kind is null || (kind == RetryKind.SignedOut && call.User is not null))
            {
                client.Patience.Succeeded();
                return answer;
            }

            cancellationToken.ThrowIfCancellationRequested();
            client.Retries.Add(kind.Value);
            if (client.Patience.IsOver)
            {
                throw new GridUnreachableException(
                    $"{call.Method} {call.Path}", client.Patience.Limit, last);
            }

            if (kind == RetryKind.SignedOut)
            {
                await _signIn.SignInAgainAsync(authorization, cancellationToken);
            }

            await Task.Delay(backoff.Next(answer.RetryAfter), cancellationToken);
        }
    }

    private async ValueTask<(GridAnswer Answer, RetryKind? Retry, string Last)> AttemptAsync(
        CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _connection.ExchangeAsync(
                _request.Memory, Timeout(cancellationToken));
            if (answer.IsSuccess)
            {
                return (answer, null, string.Empty);
            }

            var problem = Problem.Read(answer.Body);
            return (answer, RetryRules.Of(answer.Status, problem), $"{answer.Status} {problem}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, RetryKind.TimedOut, $"none within {GridLane.AttemptSecondsMax} s");
        }
        catch (Exception failure) when (RetryRules.Of(failure) is { } kind)
        {
            return (default, kind, failure.Message);
        }
    }

    private void Write(HttpLaneCall call, string? authorization)
    {
        _request.Clear().Add(call.Method).Add(" "u8).Add(_prefix).Add(call.Path)
            .Add(" HTTP/1.1\r\nHost: "u8).Add(client.Root.Authority);
        if (authorization is not null)
        {
            _request.Add("\r\nAuthorization: "u8).Add(authorization);
        }

        if (call.Key != default)
        {
            call.Key.AddTo(_request.Add("\r\nIdempotency-Key: "u8));
            _request.Add("\r\nContent-Type: application/json\r\nContent-Length: "u8)
                .Add(Body.Length).Add("\r\n\r\n"u8).Add(Body.Span);
        }
        else
        {
            _request.Add("\r\n\r\n"u8);
        }
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

        _timeout.CancelAfter(TimeSpan.FromSeconds(GridLane.AttemptSecondsMax));
        return _timeout.Token;
    }
}
