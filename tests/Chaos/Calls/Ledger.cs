using System.Collections.Concurrent;

namespace OrleansWallet.Chaos.Calls;

/// <summary>Everything that was ever asked, and the wallets concerned. Thread-safe.</summary>
public sealed class Ledger
{
    private readonly ConcurrentQueue<Record> _new = new();
    private readonly ConcurrentDictionary<string, long> _versions = new(StringComparer.Ordinal);

    /// <summary>All records up to the last <see cref="TakeNew"/>. Not while callers work.</summary>
    public List<Record> All { get; } = [];

    /// <summary>Records that were added most lately, to be asked again.</summary>
    public RecentRecords Recent { get; } = new();

    public IEnumerable<string> Wallets => _versions.Keys;

    public void Add(Record record)
    {
        _new.Enqueue(record);
        _versions.TryAdd(record.Operation.Wallet, 0);
        foreach (var leg in record.Operation.Legs)
        {
            _versions.TryAdd(leg.To, 0);
        }
    }

    /// <summary>Moves what was added since the last call to <see cref="All"/>.</summary>
    public IReadOnlyList<Record> TakeNew()
    {
        var taken = new List<Record>();
        while (_new.TryDequeue(out var record))
        {
            taken.Add(record);
        }

        All.AddRange(taken);
        return taken;
    }

    /// <summary>Notes the version that an answer told of a wallet.</summary>
    public void Saw(string wallet, long version) =>
        _versions.AddOrUpdate(
            wallet, version, (_, known) => Math.Max(known, version));

    /// <summary>The latest version of a wallet that an answer told.</summary>
    public long VersionOf(string wallet) => _versions.GetValueOrDefault(wallet);
}
