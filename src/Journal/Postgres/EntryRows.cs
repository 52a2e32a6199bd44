using Npgsql;
using NpgsqlTypes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Rows of <c>entries</c>.</summary>
internal sealed class EntryRows
{
    private const string Columns =
        "(wallet_no, seq, kind, account, leg, at, amount, available, locked, currency, type, "
        + "reference, counterparty, hold, note, metadata, expires_at, link_wallet_no, link_seq, "
        + "hash)";

    private const string Copy = $"copy entries {Columns} from stdin (format binary)";

    private const string Parameters =
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, "
        + "$20)";

    private const string InsertAll = $"insert into entries {Columns} select * from unnest{Parameters}";
    public const string InsertOne = $"insert into entries {Columns} values {Parameters}";

    private readonly List<(long WalletNo, Entry Entry)> _rows = [];

    public int Count => _rows.Count;

    /// <summary>Begins to send entries: one round trip.</summary>
    /// <param name="connection">In the transaction that they belong to.</param>
    public static CopyRows BeginCopy(NpgsqlConnection connection) => new(connection, Copy);

    public void Add(long walletNo, Entry entry) => _rows.Add((walletNo, entry));

    /// <summary>Sends entries as they are written, so that the server takes the first while the
    /// last are not there yet.</summary>
    /// <param name="begun">What <see cref="BeginCopy"/> gave; it is disposed.</param>
    /// <param name="written">Rows to be sent first.</param>
    /// <param name="entries">The others, with their wallets' numbers.</param>
    /// <param name="meanwhile">Is done while the server is busy with the last of them.</param>
    public static void CopyTo(
        CopyRows begun, IEnumerable<CopyRows> written,
        IEnumerable<(long WalletNo, Entry Entry)> entries, Action meanwhile)
    {
        using var rows = begun;
        foreach (var part in written)
        {
            rows.Send(part);
        }

        foreach (var (walletNo, entry) in entries)
        {
            Write(rows, walletNo, entry);
        }

        rows.End();
        meanwhile();
        rows.Complete();
    }

    public NpgsqlBatchCommand ToCommand() =>
        _rows is [var (walletNo, entry)]
            ? Sql.Command(InsertOne, OneValues(walletNo, entry))
            : All();

    /// <summary>The parameters of <see cref="InsertOne"/>.</summary>
    public static NpgsqlParameter[] OneValues(long walletNo, Entry entry) =>
    [
        Sql.Value(walletNo),
        Sql.Value(entry.Seq),
        Sql.Value((short)entry.Kind),
        Sql.Value((short)entry.Account),
        Sql.Value((short)entry.Leg),
        Sql.Value(entry.At),
        Sql.Numeric(entry.Amount?.Minor),
        Sql.Numeric(entry.Available),
        Sql.Numeric(entry.Locked),
        Sql.Text(entry.Amount?.Currency.Code),
        Sql.Text(entry.Type.Value),
        Sql.Text(entry.Reference.Value),
        Sql.Text(entry.Counterparty?.Value),
        Sql.Text(entry.Hold?.Value),
        Sql.Text(entry.Note),
        Sql.Text(entry.Metadata),
        Sql.Nullable(entry.ExpiresAt, NpgsqlDbType.TimestampTz),
        Sql.Nullable(entry.Link?.WalletNo, NpgsqlDbType.Bigint),
        Sql.Nullable(entry.Link?.Seq, NpgsqlDbType.Bigint),
        Sql.Value(entry.Hash.ToArray()),
    ];

    private NpgsqlBatchCommand All() => Sql.Command(
        InsertAll,
        Sql.Value(_rows.ConvertAll(r => r.WalletNo)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Seq)),
        Sql.Value(_rows.ConvertAll(r => (short)r.Entry.Kind)),
        Sql.Value(_rows.ConvertAll(r => (short)r.Entry.Account)),
        Sql.Value(_rows.ConvertAll(r => (short)r.Entry.Leg)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.At)),
        Sql.Numeric(_rows.ConvertAll(r => r.Entry.Amount?.Minor)),
        Sql.Numeric(_rows.ConvertAll(r => (Int128?)r.Entry.Available)),
        Sql.Numeric(_rows.ConvertAll(r => (Int128?)r.Entry.Locked)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Amount?.Currency.Code)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Type.Value)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Reference.Value)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Counterparty?.Value)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Hold?.Value)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Note)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Metadata)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.ExpiresAt)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Link?.WalletNo)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Link?.Seq)),
        Sql.Value(_rows.ConvertAll(r => r.Entry.Hash.ToArray())));

    public static void Write(CopyRows rows, long walletNo, Entry entry)
    {
        rows.Row(20);
        rows.Bigint(walletNo);
        rows.Bigint(entry.Seq);
        rows.Smallint((int)entry.Kind);
        rows.Smallint((int)entry.Account);
        rows.Smallint(entry.Leg);
        rows.Timestamp(entry.At);
        rows.Numeric(entry.Amount?.Minor);
        rows.Numeric(entry.Available);
        rows.Numeric(entry.Locked);
        rows.Text(entry.Amount?.Currency.Code);
        rows.Text(entry.Type.Value);
        rows.Text(entry.Reference.Value);
        rows.Text(entry.Counterparty?.Value);
        rows.Text(entry.Hold?.Value);
        rows.Text(entry.Note);
        rows.Text(entry.Metadata);
        rows.Timestamp(entry.ExpiresAt);
        rows.Bigint(entry.Link?.WalletNo);
        rows.Bigint(entry.Link?.Seq);
        entry.Hash.CopyTo(rows.Bytea(EntryHash.Size));
    }
}
