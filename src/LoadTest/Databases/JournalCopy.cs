using Npgsql;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.LoadTest.Databases;

/// <summary>Rows into a journal's tables as its writer copies them, without asking it.</summary>
internal static class JournalCopy
{
    /// <param name="connection">In a transaction.</param>
    /// <param name="entries">With their wallets' numbers.</param>
    /// <param name="keys">Theirs; put in order while the server takes the entries.</param>
    /// <exception cref="PostgresException">The server refuses a row.</exception>
    public static void Write(
        NpgsqlConnection connection, IEnumerable<(long WalletNo, Entry Entry)> entries,
        KeyRows keys)
    {
        CopyRows? keysToCopy = null;
        EntryRows.CopyTo(
            EntryRows.BeginCopy(connection), [], entries,
            meanwhile: () => keysToCopy = keys.ToCopy());
        using (keysToCopy)
        {
            KeyRows.Send(connection, keysToCopy!);
        }
    }
}
