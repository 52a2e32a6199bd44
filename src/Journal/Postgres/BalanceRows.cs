using Npgsql;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The balances that a batch touched, each once, as they are after it.</summary>
internal sealed class BalanceRows
{
    private const string Upsert =
        "insert into balances as b (wallet_no, account, currency, available, locked, seq, at) "
        + "select * from unnest($1, $2, $3, $4, $5, $6, $7) "
        + "on conflict (wallet_no, account, currency) do update set "
        + "available = excluded.available, locked = excluded.locked, seq = excluded.seq, "
        + "at = excluded.at";

    private readonly List<(long WalletNo, Balance Balance)> _rows = [];

    public int Count => _rows.Count;

    /// <summary>Adds what changed after <paramref name="seqBefore"/>.</summary>
    public void Add(long walletNo, WalletState after, long seqBefore)
    {
        foreach (var balance in after.Balances)
        {
            if (balance.Seq > seqBefore)
            {
                _rows.Add((walletNo, balance));
            }
        }
    }

    public NpgsqlBatchCommand ToCommand() => Sql.Command(
        Upsert,
        Sql.Value(_rows.ConvertAll(r => r.WalletNo)),
        Sql.Value(_rows.ConvertAll(r => (short)r.Balance.Account)),
        Sql.Value(_rows.ConvertAll(r => r.Balance.Currency.Code)),
        Sql.Numeric(_rows.ConvertAll(r => (Int128?)r.Balance.Available)),
        Sql.Numeric(_rows.ConvertAll(r => (Int128?)r.Balance.Locked)),
        Sql.Value(_rows.ConvertAll(r => r.Balance.Seq)),
        Sql.Value(_rows.ConvertAll(r => r.Balance.At)));
}
