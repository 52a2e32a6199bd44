using Npgsql;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The fences: head rows that a batch makes, locks and checks, and moves.</summary>
internal sealed class HeadRows
{
    private const string Insert =
        "insert into wallets (no, id, seq, hash, token, status, created_at, last_at) "
        + "select no, id, 0, $5, token, 0, t, t from unnest($1, $2, $3, $4) "
        + "as made (no, id, token, t) "
        + "on conflict do nothing";

    // The first time, too: a refusal may have made the row before there was an entry.
    private const string Update =
        "update wallets w set seq = m.seq, hash = m.hash, token = m.token, status = m.status, "
        + "created_at = m.created_at, last_at = m.last_at from unnest($1, $2, $3, $4, $5, $6, $7) "
        + "as m (no, seq, hash, token, status, created_at, last_at) where w.no = m.no";

    private const string SelectForUpdate =
        "select no, seq, token from wallets where no = any($1) order by no for update";

    // Where the server is to refuse by itself: an error ends the transaction, no rows would not.
    private const string Require =
        "select 1 / (count(*) = $4)::int from "
        + "(select no, seq, token from wallets where no = any($1) order by no for update) as h "
        + "join unnest($1, $2, $3) as known (no, seq, token) using (no) "
        + "where h.seq = known.seq and h.token = known.token";

    // Both in one, for one wallet: with several, this would not lock them in their order.
    private const string RequireAndUpdateOne =
        "with moved as (update wallets set seq = $4, hash = $5, token = $6, status = $7, "
        + "created_at = $8, last_at = $9 where no = $1 and seq = $2 and token = $3 returning no) "
        + "select 1 / count(*)::int from moved";

    private const string SelectById = "select id from wallets where id = any($1)";

    private static readonly byte[] _noHash = new byte[EntryHash.Size];

    private readonly List<CommitGroup> _made = [];
    private readonly List<CommitGroup> _locked = [];
    private readonly List<CommitGroup> _absent = [];
    private readonly List<CommitGroup> _moved = [];

    public int MadeCount => _made.Count;

    /// <summary>True when every wallet of the batch should be there.</summary>
    public bool AllExist => _made.Count == 0 && _absent.Count == 0;

    public void Add(CommitGroup group)
    {
        var kind = (group.Line.Head.Exists, group.IsCheckOnly) switch
        {
            (true, _) => _locked,
            (false, false) => _made,
            (false, true) => _absent,
        };
        kind.Add(group);
        if (group.HasEntries)
        {
            _moved.Add(group);
        }
    }

    public NpgsqlBatchCommand? InsertCommand()
    {
        if (_made.Count == 0)
        {
            return null;
        }

        // In id order, so that two writers that make the same wallets wait in the same order.
        _made.Sort(static (a, b) => string.CompareOrdinal(Id(a), Id(b)));
        return Sql.Command(
            Insert,
            Sql.Value(_made.ConvertAll(g => g.Line.WalletNo)),
            Sql.Value(_made.ConvertAll(Id)),
            Sql.Value(_made.ConvertAll(g => g.Line.Token)),
            Sql.Value(_made.ConvertAll(FirstTime)),
            Sql.Value(_noHash));
    }

    public NpgsqlBatchCommand? LockCommand() => _locked.Count == 0
        ? null
        : Sql.Command(SelectForUpdate, Sql.Value(_locked.ConvertAll(g => g.Line.WalletNo)));

    /// <summary>Locks the heads; fails with a division by zero when a fence does not hold.</summary>
    public NpgsqlBatchCommand RequireCommand() => Sql.Command(
        Require,
        Sql.Value(_locked.ConvertAll(g => g.Line.WalletNo)),
        Sql.Value(_locked.ConvertAll(g => g.Line.Head.Seq)),
        Sql.Value(_locked.ConvertAll(g => g.Line.Head.Token)),
        Sql.Value((long)_locked.Count));

    /// <summary>
    /// Moves the head of a batch's only wallet; fails with a division by zero when its fence does
    /// not hold. Null for any other batch.
    /// </summary>
    public NpgsqlBatchCommand? RequireAndUpdateCommand()
    {
        if (_locked is not [var group] || _moved.Count != 1)
        {
            return null;
        }

        var after = After(group);
        return Sql.Command(
            RequireAndUpdateOne,
            Sql.Value(group.Line.WalletNo),
            Sql.Value(group.Line.Head.Seq),
            Sql.Value(group.Line.Head.Token),
            Sql.Value(after.Seq),
            Sql.Value(after.Hash.ToArray()),
            Sql.Value(group.Line.Token),
            Sql.Value((short)after.Status),
            Sql.Value(after.CreatedAt),
            Sql.Value(after.LastAt));
    }

    /// <summary>Looks up wallets that should not be there.</summary>
    public NpgsqlBatchCommand? AbsenceCommand() => _absent.Count == 0
        ? null
        : Sql.Command(SelectById, Sql.Value(_absent.ConvertAll(Id)));

    /// <summary>Looks up wallets that another copy seems to have made first.</summary>
    public NpgsqlBatchCommand MadeCommand() =>
        Sql.Command(SelectById, Sql.Value(_made.ConvertAll(Id)));

    /// <summary>The groups whose fence does not hold, by the locked head rows.</summary>
    public IEnumerable<CommitGroup> FencedAmongLocked(Dictionary<long, (long Seq, Guid Token)> heads) =>
        _locked.Where(g => !heads.TryGetValue(g.Line.WalletNo, out var head)
            || head.Seq != g.Line.Head.Seq || head.Token != g.Line.Head.Token);

    /// <summary>The groups of wallets that are there although they should not be.</summary>
    public IEnumerable<CommitGroup> FencedAmongNew(HashSet<string> present) =>
        _absent.Concat(_made).Where(g => present.Contains(Id(g)));

    public NpgsqlBatchCommand? UpdateCommand() => _moved.Count == 0
        ? null
        : Sql.Command(
            Update,
            Sql.Value(_moved.ConvertAll(g => g.Line.WalletNo)),
            Sql.Value(_moved.ConvertAll(g => After(g).Seq)),
            Sql.Value(_moved.ConvertAll(g => After(g).Hash.ToArray())),
            Sql.Value(_moved.ConvertAll(g => g.Line.Token)),
            Sql.Value(_moved.ConvertAll(g => (short)After(g).Status)),
            Sql.Value(_moved.ConvertAll(g => After(g).CreatedAt)),
            Sql.Value(_moved.ConvertAll(g => After(g).LastAt)));

    private static WalletState After(CommitGroup group) => group.Units[^1].After;

    private static string Id(CommitGroup group) => group.Line.Opened.Id.Value;

    private static DateTimeOffset FirstTime(CommitGroup group) =>
        group.Units.SelectMany(u => u.Entries).Select(e => e.At)
            .DefaultIfEmpty(DateTimeOffset.UnixEpoch).First();
}
