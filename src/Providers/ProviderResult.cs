namespace OrleansWallet.Providers;

/// <summary>What became of a call to the outside world: one of the four nested cases.</summary>
/// <remarks>
/// Infrastructure failures are values here, since what may follow differs: a refusal is final, an
/// unavailable provider did nothing, and after an unknown outcome the call must not be sent again
/// until the provider was asked what it has. Reads are never of unknown outcome.
/// </remarks>
/// <typeparam name="T">What the provider gives when it did what was asked.</typeparam>
public abstract record ProviderResult<T>
{
    private ProviderResult()
    {
    }

    /// <summary>The same case with another value; only <see cref="Done"/> is converted.</summary>
    public ProviderResult<TOther> Select<TOther>(Func<T, ProviderResult<TOther>> convert) =>
        this switch
        {
            Done done => convert(done.Value),
            Refused refused => new ProviderResult<TOther>.Refused(refused.Code, refused.Message),
            Unavailable away =>
                new ProviderResult<TOther>.Unavailable(away.Reason, away.RetryAfter),
            OutcomeUnknown unknown => new ProviderResult<TOther>.OutcomeUnknown(unknown.Reason),
            _ => throw new InvalidOperationException("no such result"),
        };

    /// <summary>The provider did it and answered.</summary>
    public sealed record Done(T Value) : ProviderResult<T>;

    /// <summary>The provider, or its known limits, said no: nothing was done.</summary>
    /// <param name="Code">Stable: a <see cref="ProviderRefusals"/> or the provider's own.</param>
    /// <param name="Message">The provider's words, at most 200 characters. May quote an address:
    /// not for logs.</param>
    public sealed record Refused(string Code, string Message) : ProviderResult<T>;

    /// <summary>Nothing was done: not reached, not configured, or turned away for now.</summary>
    /// <param name="Reason">For logs and operators; no secret and no personal data.</param>
    /// <param name="RetryAfter">When to ask again, if that is known.</param>
    public sealed record Unavailable(string Reason, TimeSpan? RetryAfter = null)
        : ProviderResult<T>;

    /// <summary>The request went out and no answer that can be trusted came back: it may have been
    /// done. Never send it again blindly.</summary>
    /// <param name="Reason">For logs and operators; no secret and no personal data.</param>
    public sealed record OutcomeUnknown(string Reason) : ProviderResult<T>;
}
