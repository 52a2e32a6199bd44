using System.Diagnostics.Metrics;

namespace OrleansWallet.Journal.Commits;

/// <summary>What the commit writer tells of itself: meter <c>OrleansWallet.Journal</c>.</summary>
internal static class CommitMetrics
{
    private static readonly Meter _meter = new("OrleansWallet.Journal");

    private static readonly UpDownCounter<long> _waiting = _meter.CreateUpDownCounter<long>(
        "wallet.journal.waiting", "{unit}", "Units that wait for their commit");

    private static readonly Histogram<double> _duration = _meter.CreateHistogram<double>(
        "wallet.journal.commit.duration", "s", "From taking a batch to the end of its commit");

    private static readonly Histogram<int> _wallets = _meter.CreateHistogram<int>(
        "wallet.journal.commit.wallets", "{wallet}", "Wallets that one transaction committed");

    private static readonly Counter<long> _tries = _meter.CreateCounter<long>(
        "wallet.journal.tries", "{transaction}", "Transactions by what they came to");

    public static void Waiting(int change) => _waiting.Add(change);

    public static void Committed(int wallets, TimeSpan took)
    {
        _duration.Record(took.TotalSeconds);
        _wallets.Record(wallets);
    }

    public static void Tried(CommitTry result) =>
        _tries.Add(1, new KeyValuePair<string, object?>("result", NameOf(result)));

    private static string NameOf(CommitTry result) => result switch
    {
        CommitTry.Committed => "committed",
        CommitTry.SetAside => "set_aside",
        CommitTry.Failed => "failed",
        CommitTry.Poisoned => "poisoned",
        CommitTry.Doubtful => "doubtful",
        _ => throw new InvalidOperationException($"{result.GetType().Name} has no name"),
    };
}
