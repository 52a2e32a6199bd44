using System.Diagnostics;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Verification;

/// <summary>The applied migrations against this build's, and the one row of the generation.</summary>
internal static class SchemaCheck
{
    public static async Task Run(
        Snapshot snapshot, Tally tally, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var missing = Migrator.Embedded().ToDictionary(m => m.Number);
        tally.Looked = missing.Count;
        await snapshot.ForEach(
            "select number, checksum from schema_migrations order by number",
            row =>
            {
                var number = row.GetInt32(0);
                if (!missing.Remove(number, out var known))
                {
                    tally.Add(null, null, $"migration {number} is unknown to this build");
                }
                else if (known.Checksum != row.GetString(1))
                {
                    tally.Add(null, null, $"migration {known.Name} was applied with other contents");
                }
            },
            cancellationToken);
        foreach (var migration in missing.Values)
        {
            tally.Add(null, null, $"migration {migration.Name} is not applied");
        }

        await snapshot.ForEach(
            "select count(*) from journal_generation",
            row =>
            {
                if (row.GetInt64(0) != 1)
                {
                    tally.Add(null, null, $"{row.GetInt64(0)} generations instead of one");
                }
            },
            cancellationToken);
        tally.Elapsed = watch.Elapsed;
    }
}
