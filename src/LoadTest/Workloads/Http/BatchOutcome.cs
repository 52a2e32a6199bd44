namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>What became of a batch, for good.</summary>
/// <param name="Refused">Why, by the operation's place; the others were done.</param>
internal sealed record BatchOutcome(IReadOnlyDictionary<int, string> Refused)
{
    public static readonly BatchOutcome AllDone = new(new Dictionary<int, string>());
}
