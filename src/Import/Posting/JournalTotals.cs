using System.Numerics;
using Npgsql;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Import.Balances;

namespace OrleansWallet.Import.Posting;

/// <summary>What the journal holds of all imports so far, read back from its entries.</summary>
internal static class JournalTotals
{
    private const string Query =
        """
        select reference, account, currency, kind, sum(amount)
          from entries
         where type = $1
           and ((kind = $2 and counterparty = $3) or kind = $4)
         group by reference, account, currency, kind
        """;

    /// <returns>Minor units credited, and minor units of them put on hold.</returns>
    public static async Task<IReadOnlyDictionary<TotalKey, (BigInteger Credited, BigInteger Held)>>
        Read(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Query);
        // All entries that there are, once: as long as it takes.
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue(MigrationCommands.Type.Value);
        command.Parameters.AddWithValue((short)EntryKind.Credited);
        command.Parameters.AddWithValue(MigrationCommands.World.Value);
        command.Parameters.AddWithValue((short)EntryKind.Locked);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var totals = new Dictionary<TotalKey, (BigInteger Credited, BigInteger Held)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (MigrationCommands.CollectionOf(reader.GetString(0)) is not { } collection)
            {
                continue;
            }

            var key = new TotalKey(
                collection, (AccountKind)reader.GetInt16(1), reader.GetString(2));
            var (credited, held) = totals.GetValueOrDefault(key);
            var sum = reader.GetFieldValue<BigInteger>(4);
            totals[key] = (EntryKind)reader.GetInt16(3) == EntryKind.Credited
                ? (credited + sum, held)
                : (credited, held + sum);
        }

        return totals;
    }
}
