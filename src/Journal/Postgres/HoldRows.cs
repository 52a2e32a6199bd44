using Npgsql;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The holds that a batch touched: those still open, and those that are gone.</summary>
internal sealed class HoldRows
{
    private const string Upsert =
        "insert into holds as h (wallet_no, name, account, currency, amount, remaining, type, "
        + "created_at, expires_at) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) "
        + "on conflict (wallet_no, name) do update set account = excluded.account, "
        + "currency = excluded.currency, amount = excluded.amount, "
        + "remaining = excluded.remaining, type = excluded.type, "
        + "created_at = excluded.created_at, expires_at = excluded.expires_at";

    private const string Delete =
        "delete from holds h using unnest($1, $2) as gone (wallet_no, name) "
        + "where h.wallet_no = gone.wallet_no and h.name = gone.name";

    private readonly List<(long WalletNo, Hold Hold)> _open = [];
    private readonly List<(long WalletNo, string Name)> _gone = [];

    /// <summary>Adds the holds that the units touched, as the last one left them.</summary>
    public void Add(long walletNo, IReadOnlyList<Unit> units)
    {
        HashSet<string>? names = null;
        foreach (var unit in units)
        {
            foreach (var entry in unit.Entries)
            {
                if (entry.Hold is { } hold)
                {
                    (names ??= []).Add(hold.Value);
                }
            }
        }

        foreach (var name in names ?? [])
        {
            if (units[^1].After.Holds.TryGetValue(name, out var open))
            {
                _open.Add((walletNo, open));
            }
            else
            {
                _gone.Add((walletNo, name));
            }
        }
    }

    public IEnumerable<NpgsqlBatchCommand> ToCommands()
    {
        if (_open.Count > 0)
        {
            yield return Sql.Command(
                Upsert,
                Sql.Value(_open.ConvertAll(r => r.WalletNo)),
                Sql.Value(_open.ConvertAll(r => r.Hold.Name.Value)),
                Sql.Value(_open.ConvertAll(r => (short)r.Hold.Account)),
                Sql.Value(_open.ConvertAll(r => r.Hold.Amount.Currency.Code)),
                Sql.Numeric(_open.ConvertAll(r => (Int128?)r.Hold.Amount.Minor)),
                Sql.Numeric(_open.ConvertAll(r => (Int128?)r.Hold.Remaining)),
                Sql.Value(_open.ConvertAll(r => r.Hold.Type.Value)),
                Sql.Value(_open.ConvertAll(r => r.Hold.CreatedAt)),
                Sql.Value(_open.ConvertAll(r => r.Hold.ExpiresAt)));
        }

        if (_gone.Count > 0)
        {
            yield return Sql.Command(
                Delete,
                Sql.Value(_gone.ConvertAll(r => r.WalletNo)),
                Sql.Value(_gone.ConvertAll(r => r.Name)));
        }
    }
}
