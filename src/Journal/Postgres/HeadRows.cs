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

    // Those just made: there was no head to check.
    private const string UpdateMade =
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

    // Checked, locked and moved at once. The first entry sets all of them, too: a refusal may have
    // made the row before.
    private const string Move =
        "update wallets w set seq = m.seq, hash = m.hash, token = m.token, status = m.status, "
        + "created_at = m.created_at, last_at = m.last_at "
        + "from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) "
        + "as m (no, known_seq, known_token, seq, hash, token, status, created_at, last_at) "
        + "where w.no = m.no and w.seq = m.known_seq and w.token = m.known_token "
        + "returning w.no";

    private const string RequireAndMove =
        $"with moved as ({Move}) select 1 / (count(*) = $10)::int from moved";

    /// <summary>Moves one head; returns no row when its fence does not hold.</summary>
    public const string MoveOne =
        "update wallets set seq = $4, hash = $5, token = $6, status = $7, created_at = $8, "
        + "last_at = $9 where no = $1 and seq = $2 and token = $3 returning no";

    private const string RequireAndMoveOne =
        $"with moved as ({MoveOne}) select 1 / count(*)::int from moved";

    private const string SelectById = "select id from wallets where id = any($1)";

    private static readonly byte[] _noHash = new byte[EntryHash.Size];

    private readonly List<CommitGroup> _made = [];
    private readonly List<CommitGroup> _held = [];
    private readonly List<CommitGroup> _moved = [];
    private readonly List<CommitGroup> _absent = [];

    public int MadeCount => _made.Count;

    /// <summary>True when every wallet of the batch should be there.</summary>
    public bool AllExist => _made.Count == 0 && _absent.Count == 0;

    public void Add(CommitGroup group)
    {
        var kind = (group.Line.Head.Exists, group.IsCheckOnly, group.HasEntries) switch
        {
            (true, _, true) => _moved,
            (true, _, false) => _held,
            (false, false, _) => _made,
            (false, true, _) => _absent,
        };
        kind.Add(group);
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

    /// <summary>Locks the heads that stay where they are.</summary>
    public NpgsqlBatchCommand? LockCommand() => _held.Count == 0
        ? null
        : Sql.Command(SelectForUpdate, Sql.Value(_held.ConvertAll(g => g.Line.WalletNo)));

    /// <summary>Moves the heads whose fence holds, and gives their numbers.</summary>
    public NpgsqlBatchCommand? MoveCommand() => _moved.Count == 0
        ? null
        : Sql.Command(Move, Moves());

    /// <summary>
    /// Locks all heads, and moves those that have to; each fails with a division by zero when a
    /// fence does not hold.
    /// </summary>
    public IEnumerable<NpgsqlBatchCommand> RequireCommands()
    {
        if (_moved is [var only])
        {
            yield return Sql.Command(RequireAndMoveOne, MoveOneValues(only));
        }
        else if (_moved.Count > 0)
        {
            yield return Sql.Command(RequireAndMove, [.. Moves(), Sql.Value((long)_moved.Count)]);
        }

        if (_held.Count > 0)
        {
            yield return Sql.Command(
                Require,
                Sql.Value(_held.ConvertAll(g => g.Line.WalletNo)),
                Sql.Value(_held.ConvertAll(g => g.Line.Head.Seq)),
                Sql.Value(_held.ConvertAll(g => g.Line.Head.Token)),
                Sql.Value((long)_held.Count));
        }
    }

    /// <summary>Looks up wallets that should not be there.</summary>
    public NpgsqlBatchCommand? AbsenceCommand() => _absent.Count == 0
        ? null
        : Sql.Command(SelectById, Sql.Value(_absent.ConvertAll(Id)));

    /// <summary>Looks up wallets that another copy seems to have made first.</summary>
    public NpgsqlBatchCommand MadeCommand() =>
        Sql.Command(SelectById, Sql.Value(_made.ConvertAll(Id)));

    /// <summary>The groups whose fence does not hold, by the answer to <see cref="LockCommand"/>.
    /// </summary>
    public IEnumerable<CommitGroup> FencedAmongHeld(NpgsqlDataReader reader)
    {
        var heads = new Dictionary<long, (long Seq, Guid Token)>();
        while (reader.Read())
        {
            heads[reader.GetInt64(0)] = (reader.GetInt64(1), reader.GetGuid(2));
        }

        return _held.Where(g => !heads.TryGetValue(g.Line.WalletNo, out var head)
            || head.Seq != g.Line.Head.Seq || head.Token != g.Line.Head.Token);
    }

    /// <summary>The groups whose fence does not hold, by the answer to <see cref="MoveCommand"/>.
    /// </summary>
    public IEnumerable<CommitGroup> FencedAmongMoved(NpgsqlDataReader reader)
    {
        var moved = new HashSet<long>();
        while (reader.Read())
        {
            moved.Add(reader.GetInt64(0));
        }

        return _moved.Where(g => !moved.Contains(g.Line.WalletNo));
    }

    /// <summary>The groups of wallets that are there although they should not be.</summary>
    public IEnumerable<CommitGroup> FencedAmongNew(NpgsqlDataReader reader)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            present.Add(reader.GetString(0));
        }

        return _absent.Concat(_made).Where(g => present.Contains(Id(g)));
    }

    /// <summary>Moves the heads that this transaction made.</summary>
    public NpgsqlBatchCommand? UpdateMadeCommand()
    {
        var born = _made.FindAll(g => g.HasEntries);
        return born.Count == 0
            ? null
            : Sql.Command(
                UpdateMade,
                [Sql.Value(born.ConvertAll(g => g.Line.WalletNo)), .. Afters(born)]);
    }

    // In the order in which two writers take them: by number.
    private NpgsqlParameter[] Moves()
    {
        _moved.Sort(static (a, b) => a.Line.WalletNo.CompareTo(b.Line.WalletNo));
        return
        [
            Sql.Value(_moved.ConvertAll(g => g.Line.WalletNo)),
            Sql.Value(_moved.ConvertAll(g => g.Line.Head.Seq)),
            Sql.Value(_moved.ConvertAll(g => g.Line.Head.Token)),
            .. Afters(_moved),
        ];
    }

    private static NpgsqlParameter[] Afters(List<CommitGroup> groups) =>
    [
        Sql.Value(groups.ConvertAll(g => After(g).Seq)),
        Sql.Value(groups.ConvertAll(g => After(g).Hash.ToArray())),
        Sql.Value(groups.ConvertAll(g => g.Line.Token)),
        Sql.Value(groups.ConvertAll(g => (short)After(g).Status)),
        Sql.Value(groups.ConvertAll(g => After(g).CreatedAt)),
        Sql.Value(groups.ConvertAll(g => After(g).LastAt)),
    ];

    /// <summary>The parameters of <see cref="MoveOne"/>.</summary>
    public static NpgsqlParameter[] MoveOneValues(CommitGroup group)
    {
        var after = After(group);
        return
        [
            Sql.Value(group.Line.WalletNo),
            Sql.Value(group.Line.Head.Seq),
            Sql.Value(group.Line.Head.Token),
            Sql.Value(after.Seq),
            Sql.Value(after.Hash.ToArray()),
            Sql.Value(group.Line.Token),
            Sql.Value((short)after.Status),
            Sql.Value(after.CreatedAt),
            Sql.Value(after.LastAt),
        ];
    }

    private static WalletState After(CommitGroup group) => group.Units[^1].After;

    private static string Id(CommitGroup group) => group.Line.Opened.Id.Value;

    private static DateTimeOffset FirstTime(CommitGroup group) =>
        group.Units.SelectMany(u => u.Entries).Select(e => e.At)
            .DefaultIfEmpty(DateTimeOffset.UnixEpoch).First();
}
