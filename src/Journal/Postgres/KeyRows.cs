using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Rows of <c>keys</c>, in key order so that two writers wait in the same order.</summary>
internal sealed class KeyRows
{
    private const string Insert =
        "insert into keys (key, fingerprint, wallet_no, seq, entries, refusal) ";

    private const string InsertAll = Insert + "select * from unnest($1, $2, $3, $4, $5, $6)";
    public const string InsertOne = Insert + "values ($1, $2, $3, $4, $5, $6)";
    private const string UnlessThere = " on conflict do nothing";

    private const string Copy =
        "copy keys (key, fingerprint, wallet_no, seq, entries, refusal) "
        + "from stdin (format binary)";

    private readonly List<(KeyWrite Key, long WalletNo)> _rows = [];

    public int Count => _rows.Count;

    public void Add(long walletNo, KeyWrite key) => _rows.Add((key, walletNo));

    public List<Guid> Keys() => _rows.ConvertAll(r => Uuid.Of(r.Key.Key));

    /// <summary>Sends what <see cref="ToCopy"/> has written: all of it, or nothing when a key is
    /// there already.</summary>
    /// <exception cref="PostgresException">A unique violation: a key is there.</exception>
    public static void Send(NpgsqlConnection connection, CopyRows rows) =>
        rows.Send(connection, Copy);

    /// <summary>All of them, written but not sent.</summary>
    public CopyRows ToCopy()
    {
        Sort();
        var rows = new CopyRows();
        foreach (var (key, walletNo) in _rows)
        {
            rows.Row(6);
            rows.Uuid(key.Key);
            rows.Uuid(key.Fingerprint);
            rows.Bigint(walletNo);
            rows.Bigint(key.Seq);
            rows.Smallint(key.EntryCount);
            rows.Text(RefusalOf(key));
        }

        return rows;
    }

    /// <summary>Leaves out those that are there already, or fails with a unique violation.</summary>
    public NpgsqlBatchCommand ToCommand(bool leaveOut)
    {
        if (_rows is [var (key, walletNo)])
        {
            return Sql.Command(
                leaveOut ? InsertOne + UnlessThere : InsertOne, OneValues(walletNo, key));
        }

        Sort();
        return Sql.Command(
            leaveOut ? InsertAll + UnlessThere : InsertAll,
            Sql.Value(Keys()),
            Sql.Value(_rows.ConvertAll(r => Uuid.Of(r.Key.Fingerprint))),
            Sql.Value(_rows.ConvertAll(r => r.WalletNo)),
            Sql.Value(_rows.ConvertAll(r => r.Key.Seq)),
            Sql.Value(_rows.ConvertAll(r => (short)r.Key.EntryCount)),
            Sql.Value(_rows.ConvertAll(r => RefusalOf(r.Key))));
    }

    /// <summary>The parameters of <see cref="InsertOne"/>.</summary>
    public static NpgsqlParameter[] OneValues(long walletNo, KeyWrite key) =>
    [
        Sql.Value(Uuid.Of(key.Key)),
        Sql.Value(Uuid.Of(key.Fingerprint)),
        Sql.Value(walletNo),
        Sql.Value(key.Seq),
        Sql.Value((short)key.EntryCount),
        Sql.Text(RefusalOf(key)),
    ];

    private static string? RefusalOf(KeyWrite key) =>
        key.Refusal is { } refusal ? RefusalText.Format(refusal) : null;

    private void Sort() => _rows.Sort(static (a, b) => a.Key.Key.CompareTo(b.Key.Key));
}
