namespace OrleansWallet.Simulation.Core;

/// <summary>
/// What happened, as a running hash, so that two runs can be compared byte for byte; and the
/// last events in words, for a failure's report.
/// </summary>
internal sealed class Trace
{
    private const int KeptMax = 4000;
    private const ulong Prime = 0x100000001B3UL;

    private readonly Queue<(long At, string Wallet, Func<string> Text)> _events = new();

    /// <summary>FNV-1a over everything added so far.</summary>
    public ulong Hash { get; private set; } = 0xCBF29CE484222325UL;

    /// <summary>A text as a number: the same in every process, unlike string.GetHashCode.</summary>
    public static ulong NumberOf(string text)
    {
        var number = 0xCBF29CE484222325UL;
        foreach (var c in text)
        {
            number = (number ^ c) * Prime;
        }

        return number;
    }

    public void Add(ulong what, long number)
    {
        Hash = (Hash ^ what) * Prime;
        Hash = (Hash ^ (ulong)number) * Prime;
    }

    /// <summary>Something that a reader of a failure wants to see; put into words only then.</summary>
    public void Event(long at, string wallet, Func<string> text)
    {
        Add(NumberOf(wallet), at);
        _events.Enqueue((at, wallet, text));
        if (_events.Count > KeptMax)
        {
            _events.Dequeue();
        }
    }

    /// <summary>The last events of some wallets, oldest first.</summary>
    public IEnumerable<string> Last(IReadOnlyCollection<string> wallets, int count) => _events
        .Where(e => wallets.Count == 0 || wallets.Contains(e.Wallet))
        .TakeLast(count)
        .Select(e => $"{e.At / 10,12} µs  {e.Wallet,-10} {e.Text()}");
}
