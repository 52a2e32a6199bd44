using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Verification;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>The checks of a journal that its database alone can show.</summary>
internal static class BookChecks
{
    /// <returns>How many things are wrong.</returns>
    /// <exception cref="NpgsqlException">The database is away or lacks a table.</exception>
    public static async Task<long> RunAsync(
        NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var verifier = new Verifier(database, CurrencyRegistry.Default);
        var report = await verifier.Run(null, cancellationToken);
        return report.Breaches;
    }
}
