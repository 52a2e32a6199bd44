namespace OrleansWallet.Simulation.Core;

/// <summary>
/// What happened, as a running hash, so that two runs can be compared byte for byte; and the
/// last events in words, for a failure's report.
/// </summary>
internal sealed class Trace
{
    private const int KeptMax = 4000;
    private const ulong Prime = 0x100000001B3UL;

    // A ring: it is written far more often than read.
    private readonly Note[] _events = new Note[KeptMax];
    private int _count;

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
    public void Event(long at, string wallet, Func<string> text) =>
        Event(at, wallet, text, text, static (text, _) => text());

    /// <summary>As the other, without an object for what the words are made of.</summary>
    public void Event<T, TMore>(
        long at, string wallet, T of, TMore more, Func<T, TMore, string> text)
        where T : class
        where TMore : class?
    {
        Add(NumberOf(wallet), at);
        _events[_count++ % KeptMax] = new Note(at, wallet, of, more, text, Words<T, TMore>.Of);
    }

    /// <summary>The last events of some wallets, oldest first.</summary>
    public IEnumerable<string> Last(IReadOnlyCollection<string> wallets, int count) => Kept()
        .Where(e => wallets.Count == 0 || wallets.Contains(e.Wallet))
        .TakeLast(count)
        .Select(e => $"{e.At / 10,12} µs  {e.Wallet,-10} {e.Words(e)}");

    private IEnumerable<Note> Kept()
    {
        for (var i = Math.Max(0, _count - KeptMax); i < _count; i++)
        {
            yield return _events[i % KeptMax];
        }
    }

    private readonly record struct Note(
        long At, string Wallet, object Of, object? More, Delegate Text, Func<Note, string> Words);

    private static class Words<T, TMore>
        where T : class
        where TMore : class?
    {
        public static readonly Func<Note, string> Of =
            e => ((Func<T, TMore, string>)e.Text)((T)e.Of, (TMore)e.More!);
    }
}
