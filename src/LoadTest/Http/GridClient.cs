namespace OrleansWallet.LoadTest.Http;

/// <summary>
/// What the lanes to one grid share: connections, the sign-in, the patience and the tally of
/// retries. Thread-safe.
/// </summary>
internal sealed class GridClient : IDisposable
{
    private readonly HttpMessageInvoker _http;

    /// <param name="root">The grid's address.</param>
    /// <param name="credentials">Who signs in.</param>
    /// <param name="connections">Connections at most: as many as lanes.</param>
    /// <param name="patience">When to stop asking again.</param>
    public GridClient(Uri root, Credentials credentials, int connections, Patience patience)
    {
        Root = root;
        Routes = new GridRoutes(root);
        Credentials = credentials;
        Patience = patience;

        // The handler alone, without HttpClient around it: its defaults cost a tenth of a call.
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = connections,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        });
    }

    public Uri Root { get; }

    public GridRoutes Routes { get; }

    public Credentials Credentials { get; }

    public Patience Patience { get; }

    public RetryTally Retries { get; } = new();

    public SignIn SignIn { get; } = new();

    public Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, cancellationToken);

    public void Dispose()
    {
        _http.Dispose();
        SignIn.Dispose();
    }
}
