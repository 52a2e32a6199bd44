namespace OrleansWallet.Journal.Verification;

/// <summary>What a verification found, all of one moment.</summary>
/// <param name="At">The moment, by the database's clock.</param>
/// <param name="Checks">Every check, in the order of <see cref="CheckNames"/>.</param>
/// <param name="Books">The figures of each currency, by code.</param>
/// <param name="Elapsed">How long all of it took.</param>
public sealed record VerificationReport(
    DateTimeOffset At, IReadOnlyList<VerificationCheck> Checks, IReadOnlyList<CurrencyBooks> Books,
    TimeSpan Elapsed)
{
    /// <summary>Nothing is broken; there may be notices.</summary>
    public bool IsClean => Breaches == 0;

    /// <summary>How much is broken.</summary>
    public long Breaches => Checks.Where(c => !c.IsNotice).Sum(c => c.Breaches);

    /// <summary>How much wants a look.</summary>
    public long Notices => Checks.Where(c => c.IsNotice).Sum(c => c.Breaches);
}
