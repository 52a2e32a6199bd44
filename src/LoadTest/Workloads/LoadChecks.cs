namespace OrleansWallet.LoadTest.Workloads;

/// <summary>What the checks after a run found.</summary>
/// <param name="Breaches">How many things are wrong.</param>
/// <param name="First">The first of them, where a text tells what is wrong.</param>
/// <param name="Wallets">
/// Wallets whose balance was compared; null when none were meant to be.
/// </param>
internal sealed record LoadChecks(long Breaches, IReadOnlyList<string> First, long? Wallets)
{
    /// <summary>Texts that a report tells at most.</summary>
    public const int FirstMax = 10;

    public LoadChecks With(IReadOnlyList<string> more) => this with
    {
        Breaches = Breaches + more.Count,
        First = [.. First.Concat(more).Take(FirstMax)],
    };
}
