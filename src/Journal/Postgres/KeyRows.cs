using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Rows of <c>keys</c>, in key order so that two writers wait in the same order.</summary>
internal sealed class KeyRows
{
    private const string Insert =
        "insert into keys (key, fingerprint, wallet_no, seq, entries, refusal) "
        + "select * from unnest($1, $2, $3, $4, $5, $6) on conflict do nothing";

    private readonly List<(KeyWrite Key, long WalletNo)> _rows = [];

    public int Count => _rows.Count;

    public void Add(long walletNo, KeyWrite key) => _rows.Add((key, walletNo));

    public List<Guid> Keys() => _rows.ConvertAll(r => Uuid.Of(r.Key.Key));

    public NpgsqlBatchCommand ToCommand()
    {
        _rows.Sort(static (a, b) => a.Key.Key.CompareTo(b.Key.Key));
        return Sql.Command(
            Insert,
            Sql.Value(Keys()),
            Sql.Value(_rows.ConvertAll(r => Uuid.Of(r.Key.Fingerprint))),
            Sql.Value(_rows.ConvertAll(r => r.WalletNo)),
            Sql.Value(_rows.ConvertAll(r => r.Key.Seq)),
            Sql.Value(_rows.ConvertAll(r => (short)r.Key.EntryCount)),
            Sql.Value(_rows.ConvertAll(r =>
                r.Key.Refusal is { } refusal ? RefusalText.Format(refusal) : null)));
    }
}
