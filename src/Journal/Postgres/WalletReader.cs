using System.Collections.Immutable;
using Npgsql;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Loads a wallet: head, balances and holds in one statement, so of one moment.</summary>
internal static class WalletReader
{
    private const string Select =
        """
        with w as materialized (select * from wallets where id = $1)
        select 0, w.no, w.seq, w.hash, w.token, w.status, w.created_at, w.last_at,
               null::text, null::numeric, null::numeric, null::text, null::text
          from w
        union all
        select 1, b.seq, 0, null, null, b.account, b.at, null,
               b.currency, b.available, b.locked, null, null
          from w join balances b on b.wallet_no = w.no
        union all
        select 2, 0, 0, null, null, h.account, h.created_at, h.expires_at,
               h.currency, h.amount, h.remaining, h.name, h.type
          from w join holds h on h.wallet_no = w.no
        """;

    /// <returns>The head and the state; null when the wallet has no row.</returns>
    public static async Task<(WalletHead Head, WalletState State)?> Load(
        NpgsqlConnection connection, WalletId id, CurrencyRegistry currencies,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        command.Parameters.Add(Sql.Value(id.Value));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        WalletHead? head = null;
        var state = WalletState.New(id);
        var balances = ImmutableArray.CreateBuilder<Balance>();
        var holds = state.Holds.ToBuilder();
        while (await reader.ReadAsync(cancellationToken))
        {
            switch (reader.GetInt32(0))
            {
                case 0:
                    head = new WalletHead(
                        reader.GetInt64(1), true, reader.GetInt64(2), reader.GetGuid(4));
                    state = ReadState(reader, state);
                    break;
                case 1:
                    balances.Add(ReadBalance(reader, currencies));
                    break;
                default:
                    var hold = ReadHold(reader, currencies);
                    holds.Add(hold.Name.Value, hold);
                    break;
            }
        }

        return head is null
            ? null
            : (head, state with
            {
                Balances = balances.DrainToImmutable(),
                Holds = holds.ToImmutable(),
            });
    }

    public static Hold ReadHold(NpgsqlDataReader reader, CurrencyRegistry currencies) => new(
        new ReferenceId(reader.GetString(11)),
        (AccountKind)reader.GetInt16(5),
        new Amount(EntryColumns.Wide(reader, 9), currencies[reader.GetString(8)]),
        EntryColumns.Wide(reader, 10),
        new TransactionType(reader.GetString(12)),
        reader.GetFieldValue<DateTimeOffset>(6),
        reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7));

    private static WalletState ReadState(NpgsqlDataReader reader, WalletState state)
    {
        var seq = reader.GetInt64(2);
        return state with
        {
            Seq = seq,
            Hash = new EntryHash(reader.GetFieldValue<byte[]>(3)),
            Status = (WalletStatus)reader.GetInt16(5),
            // A wallet that has only ever refused has a row and no time yet.
            CreatedAt = seq == 0 ? default : reader.GetFieldValue<DateTimeOffset>(6),
            LastAt = seq == 0 ? default : reader.GetFieldValue<DateTimeOffset>(7),
        };
    }

    private static Balance ReadBalance(NpgsqlDataReader reader, CurrencyRegistry currencies) => new(
        (AccountKind)reader.GetInt16(5),
        currencies[reader.GetString(8)],
        EntryColumns.Wide(reader, 9),
        EntryColumns.Wide(reader, 10),
        reader.GetInt64(1),
        reader.GetFieldValue<DateTimeOffset>(6));
}
