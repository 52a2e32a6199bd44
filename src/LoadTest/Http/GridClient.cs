namespace OrleansWallet.LoadTest.Http;

/// <summary>
/// What the lanes to one grid share: the sign-in, the patience and the tally of
/// retries. Thread-safe.
/// </summary>
internal sealed class GridClient : IDisposable
{
    /// <param name="root">The grid's address.</param>
    /// <param name="credentials">Who signs in.</param>
    /// <param name="patience">When to stop asking again.</param>
    public GridClient(Uri root, Credentials credentials, Patience patience)
    {
        Root = root;
        Routes = new GridRoutes(root);
        Credentials = credentials;
        Patience = patience;
    }

    public Uri Root { get; }

    public GridRoutes Routes { get; }

    public Credentials Credentials { get; }

    public Patience Patience { get; }

    public RetryTally Retries { get; } = new();

    public SignIn SignIn { get; } = new();

    public void Dispose() => SignIn.Dispose();
}
