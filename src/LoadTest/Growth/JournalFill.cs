using System.Globalization;
using Npgsql;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.LoadTest.Databases;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Growth;

/// <summary>Fills an empty journal with the history that credits to many wallets leave.</summary>
/// <remarks>What it writes is whole: each wallet's chain, head, balance and keys.</remarks>
internal sealed class JournalFill(NpgsqlDataSource database, TimeProvider time)
{
    private const int EntriesAtOnce = 20_000;

    private const string CopyWallets =
        "copy wallets (no, id, seq, hash, token, status, created_at, last_at) "
        + "from stdin (format binary)";

    private const string CopyBalances =
        "copy balances (wallet_no, account, currency, available, locked, seq, at) "
        + "from stdin (format binary)";

    private static readonly Counterparty _world = new("world:fill");
    private static readonly TransactionType _type = new("fill");
    private static readonly Amount _amount = new(1_000_000_000, CurrencyRegistry.Default["USD"]);

    public static WalletId Wallet(int index) =>
        new("w-" + index.ToString(CultureInfo.InvariantCulture));

    /// <param name="entries">In all, a key each; at least one a wallet.</param>
    /// <param name="wallets">1 or more.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(int entries, int wallets, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var each = Math.Max(1, entries / wallets);
        var atOnce = Math.Max(1, EntriesAtOnce / each);
        for (var first = 0; first < wallets; first += atOnce)
        {
            var count = Math.Min(atOnce, wallets - first);
            await WriteAsync(connection, first, count, each, cancellationToken);
        }

        // Numbers of new wallets come behind those given here.
        await using var command = new NpgsqlCommand(
            "select setval('wallet_numbers', $1); ", connection)
        {
            Parameters = { new() { Value = (long)wallets + 64 } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
        // What the filling has left to be written is not the load's to pay.
        foreach (var text in (string[])["vacuum analyze", "checkpoint"])
        {
            await using var settle = new NpgsqlCommand(text, connection) { CommandTimeout = 0 };
            await settle.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task WriteAsync(
        NpgsqlConnection connection, int first, int count, int each,
        CancellationToken cancellationToken)
    {
        var keys = new KeyRows();
        var entries = new List<(long WalletNo, Entry Entry)>();
        using var heads = new CopyRows();
        using var balances = new CopyRows();
        for (var i = first; i < first + count; i++)
        {
            var state = Decide(i, each, keys, entries);
            WriteHead(heads, i + 1, state);
            WriteBalance(balances, i + 1, state.Balances[0]);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        heads.Send(connection, CopyWallets);
        JournalCopy.Write(connection, entries, keys);
        balances.Send(connection, CopyBalances);
        await transaction.CommitAsync(cancellationToken);
    }

    private WalletState Decide(
        int index, int count, KeyRows keys, List<(long WalletNo, Entry Entry)> entries)
    {
        var id = Wallet(index);
        var state = WalletState.New(id);
        for (var i = 0; i < count; i++)
        {
            var name = $"fill-{index}-{i}";
            var key = CommandKey.FromService("fill", LoadKey.New().ToString());
            var command = new WalletCommand.Credit(
                new CommandContext(key, _type, new ReferenceId(name)),
                AccountKind.Spot, _amount, _world);
            var decision = WalletDecider.Decide(state, command, time.GetUtcNow());
            state = decision.State;
            entries.Add((index + 1, decision.Entries[0]));
            keys.Add(index + 1, new KeyWrite(
                command.Context.Key.Hash(), Fingerprint.Of(id, command), state.Seq, 1, null));
        }

        return state;
    }

    private static void WriteHead(CopyRows rows, long walletNo, WalletState state)
    {
        rows.Row(8);
        rows.Bigint(walletNo);
        rows.Text(state.Id.Value);
        rows.Bigint(state.Seq);
        state.Hash.CopyTo(rows.Bytea(EntryHash.Size));
        rows.Uuid(UInt128.Zero);
        rows.Smallint((int)state.Status);
        rows.Timestamp(state.CreatedAt);
        rows.Timestamp(state.LastAt);
    }

    private static void WriteBalance(CopyRows rows, long walletNo, Balance balance)
    {
        rows.Row(7);
        rows.Bigint(walletNo);
        rows.Smallint((int)balance.Account);
        rows.Text(balance.Currency.Code);
        rows.Numeric(balance.Available);
        rows.Numeric(balance.Locked);
        rows.Bigint(balance.Seq);
        rows.Timestamp(balance.At);
    }
}
