namespace OrleansWallet.LoadTest.Http;

/// <summary>
/// The token that all lanes share. Of lanes that find it worn out at once, one signs in again
/// and the others wait for it. Thread-safe.
/// </summary>
internal sealed class SignIn : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile string? _authorization;

    /// <summary>The <c>Authorization</c> header; null before the first sign-in.</summary>
    public string? Authorization => _authorization;

    /// <param name="worn">The header that no longer serves.</param>
    /// <param name="fetch">Signs in and answers the new token.</param>
    public async Task RenewAsync(
        string? worn,
        Func<CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_authorization == worn)
            {
                _authorization = "Bearer " + await fetch(cancellationToken);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
