namespace OrleansWallet.Journal.Verification;

/// <summary>What one check found.</summary>
/// <param name="Name">What must hold, in a few words; see <see cref="CheckNames"/>.</param>
/// <param name="Looked">How many things were looked at.</param>
/// <param name="Unit">What they are: <c>entries</c>, <c>currencies</c>.</param>
/// <param name="Breaches">How often it does not hold.</param>
/// <param name="Examples">The first few of them.</param>
/// <param name="Elapsed">
/// How long it took. The checks of one pass over the entries share their time and each tell it.
/// </param>
public sealed record VerificationCheck(
    string Name, long Looked, string Unit, long Breaches, IReadOnlyList<Breach> Examples,
    TimeSpan Elapsed)
{
    /// <summary>Examples that a check keeps at most.</summary>
    public const int ExamplesMax = 5;

    /// <summary>
    /// What it finds may be right and wants a look all the same: no breach of what must hold.
    /// </summary>
    public bool IsNotice { get; init; }

    public bool IsClean => Breaches == 0;
}
