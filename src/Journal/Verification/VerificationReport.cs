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
    public bool IsClean => Checks.All(c => c.IsClean);
}
