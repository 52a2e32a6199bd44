using System.Diagnostics;
using Npgsql;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Journal.Verification;

/// <summary>
/// Checks what must always hold of the journal, as far as the database alone can show it, on one
/// snapshot: a live grid may go on meanwhile.
/// </summary>
/// <remarks>
/// Takes two connections and holds one wallet at a time in memory. The database sorts and joins
/// entries and keys, 256 MB an operation at most, and spills the rest to disk.
/// </remarks>
/// <param name="dataSource">The journal's database; reading all its tables must be allowed.</param>
/// <param name="currencies">As the grid has them.</param>
public sealed class Verifier(NpgsqlDataSource dataSource, CurrencyRegistry currencies)
{
    /// <summary>Runs every check; a breach is told in the report, not thrown.</summary>
    /// <exception cref="NpgsqlException">The database is away or lacks a table.</exception>
    public async Task<VerificationReport> Run(
        IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var tallies = new Tallies();
        await using var snapshot = await Snapshot.Take(dataSource, cancellationToken);
        void Tell(string step) => progress?.Report(new VerificationProgress(step, 0, null));

        Tell("schema");
        await SchemaCheck.Run(snapshot, tallies.Schema, cancellationToken);
        Tell("postings");
        var underWay = await PostingCheck.Run(snapshot, tallies.Postings, cancellationToken);
        Tell("books");
        var books = await BooksCheck.Run(snapshot, underWay, tallies.Books, cancellationToken);
        Tell("reversals");
        await ReversalCheck.Run(snapshot, tallies.Reversals, cancellationToken);
        Tell("processes");
        await ProcessCheck.Run(snapshot, tallies.Processes, cancellationToken);
        await AnswerCheck.Run(snapshot, tallies.Answers, cancellationToken);
        Tell("sorting entries");
        var pass = new EntryPass(snapshot, currencies, tallies, progress);
        await pass.Run(cancellationToken);
        Tell("keys");
        await KeyRowsCheck.Run(snapshot, tallies.Keys, pass.KeysMet, cancellationToken);
        return new VerificationReport(snapshot.At, tallies.ToChecks(), books, watch.Elapsed);
    }
}
