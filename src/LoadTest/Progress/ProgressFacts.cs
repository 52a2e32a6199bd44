namespace OrleansWallet.LoadTest.Progress;

/// <summary>How far a part of a run is, at one moment.</summary>
/// <param name="Part">What is being done, e.g. <c>posting</c>.</param>
/// <param name="Unit">What is counted, in the plural: <c>rows</c>, <c>wallets</c>.</param>
/// <param name="Details">Names and values to show beside it.</param>
internal sealed record ProgressFacts(
    string Part,
    string Unit,
    long Done,
    long Total,
    IReadOnlyList<(string Name, string Value)> Details);
