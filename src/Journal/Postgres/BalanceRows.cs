using Npgsql;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The balances that a batch touched, each once, as they are after it.</summary>
internal sealed class BalanceRows
{
    private const string Insert =
        "insert into balances as b (wallet_no, account, currency, available, locked, seq, at) ";

    private const string OrUpdate =
        " on conflict (wallet_no, account, currency) do update set "
        + "available = excluded.available, locked = excluded.locked, seq = excluded.seq, "
        + "at = excluded.at";

    private const string UpsertAll =
        Insert + "select * from unnest($1, $2, $3, $4, $5, $6, $7)" + OrUpdate;

    public const string UpsertOne = Insert + "values ($1, $2, $3, $4, $5, $6, $7)" + OrUpdate;

    private readonly List<(long WalletNo, Balance Balance)> _rows = [];

    public int Count => _rows.Count;

    /// <summary>Adds what changed after <paramref name="seqBefore"/>.</summary>
    public void Add(long walletNo, WalletState after, long seqBefore) =>
        _rows.AddRange(Changed(after, seqBefore).Select(balance => (walletNo, balance)));

    /// <summary>The balances that changed after <paramref name="seqBefore"/>.</summary>
    public static IEnumerable<Balance> Changed(WalletState after, long seqBefore) =>
        after.Balances.Where(balance => balance.Seq > seqBefore);

    public NpgsqlBatchCommand ToCommand() =>
        _rows is [var (walletNo, balance)]
            ? Sql.Command(UpsertOne, OneValues(walletNo, balance))
            : All();

    /// <summary>The parameters of <see cref="UpsertOne"/>.</summary>
    public static NpgsqlParameter[] OneValues(long walletNo, Balance balance) =>
    [
        Sql.Value(walletNo),
        Sql.Value((short)balance.Account),
        Sql.Value(balance.Currency.Code),
        Sql.Numeric(balance.Available),
        Sql.Numeric(balance.Locked),
        Sql.Value(balance.Seq),
        Sql.Value(balance.At),
    ];

    private NpgsqlBatchCommand All() => Sql.Command(
        UpsertAll,
        Sql.Value(_rows.ConvertAll(r => r.WalletNo)),
        Sql.Value(_rows.ConvertAll(r => (short)r.Balance.Account)),
        Sql.Value(_rows.ConvertAll(r => r.Balance.Currency.Code)),
        Sql.Numeric(_rows.ConvertAll(r => (Int128?)r.Balance.Available)),
        Sql.Numeric(_rows.ConvertAll(r => (Int128?)r.Balance.Locked)),
        Sql.Value(_rows.ConvertAll(r => r.Balance.Seq)),
        Sql.Value(_rows.ConvertAll(r => r.Balance.At)));
}
