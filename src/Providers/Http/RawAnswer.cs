namespace OrleansWallet.Providers.Http;

/// <summary>An HTTP answer, wholly read.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">At most 1 MB.</param>
/// <param name="RetryAfter">What the header of that name asks for.</param>
internal sealed record RawAnswer(int Status, byte[] Body, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The provider is ill: counts against the circuit.</summary>
    public bool IsFailure => Status is 408 or >= 500;

    public bool IsTurnedAway => Status == 429;
}
