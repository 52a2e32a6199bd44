using Npgsql;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Verification;

/// <summary>Reads heads, balances and holds of all wallets, wallet by wallet in number order.</summary>
internal sealed class StoredWalletReader : IAsyncDisposable
{
    // Columns 5 to 12 are where WalletReader.ReadHold looks for a hold.
    private const string Select =
        """
        select 0, no, seq, hash, id, status, created_at, last_at,
               null::text, null::numeric, null::numeric, null::text, null::text
          from wallets
        union all
        select 1, wallet_no, seq, null, null, account, at, null,
               currency, available, locked, null, null
          from balances
        union all
        select 2, wallet_no, 0, null, null, account, created_at, expires_at,
               currency, amount, remaining, name, type
          from holds
        order by 2, 1
        """;

    private readonly NpgsqlCommand _command;
    private readonly NpgsqlDataReader _reader;
    private readonly CurrencyRegistry _currencies;
    private bool _onRow;

    private StoredWalletReader(
        NpgsqlCommand command, NpgsqlDataReader reader, CurrencyRegistry currencies)
    {
        _command = command;
        _reader = reader;
        _currencies = currencies;
    }

    public static async Task<StoredWalletReader> Open(
        NpgsqlConnection connection, CurrencyRegistry currencies,
        CancellationToken cancellationToken)
    {
        var command = Snapshot.Command(connection, Select);
        var rows = new StoredWalletReader(
            command, await command.ExecuteReaderAsync(cancellationToken), currencies);
        rows._onRow = await rows._reader.ReadAsync(cancellationToken);
        return rows;
    }

    /// <returns>The wallet of the next number that any row names; null after the last.</returns>
    public async ValueTask<StoredWallet?> Next(CancellationToken cancellationToken)
    {
        if (!_onRow)
        {
            return null;
        }

        var wallet = new StoredWallet(_reader.GetInt64(1));
        do
        {
            Add(wallet);
            _onRow = await _reader.ReadAsync(cancellationToken);
        }
        while (_onRow && _reader.GetInt64(1) == wallet.No);
        return wallet;
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _command.DisposeAsync();
    }

    private void Add(StoredWallet wallet)
    {
        var part = _reader.GetInt32(0);
        try
        {
            switch (part)
            {
                case 0:
                    wallet.Head = ReadHead();
                    break;
                case 1:
                    wallet.Balances.Add(ReadBalance());
                    break;
                default:
                    wallet.Holds.Add(WalletReader.ReadHold(_reader, _currencies));
                    break;
            }
        }
        catch (Exception e) when (Unreadable.Is(e))
        {
            var what = part switch { 0 => "head", 1 => "balance", _ => "hold" };
            wallet.Unreadable.Add($"a {what} can't be read: {Unreadable.Why(e)}");
        }
    }

    private StoredHead ReadHead() => new(
        new WalletId(_reader.GetString(4)),
        _reader.GetInt64(2),
        new EntryHash(_reader.GetFieldValue<byte[]>(3)),
        (WalletStatus)_reader.GetInt16(5),
        _reader.GetFieldValue<DateTimeOffset>(6),
        _reader.GetFieldValue<DateTimeOffset>(7));

    private Balance ReadBalance() => new(
        (AccountKind)_reader.GetInt16(5),
        _currencies[_reader.GetString(8)],
        EntryColumns.Wide(_reader, 9),
        EntryColumns.Wide(_reader, 10),
        _reader.GetInt64(2),
        _reader.GetFieldValue<DateTimeOffset>(6));
}
