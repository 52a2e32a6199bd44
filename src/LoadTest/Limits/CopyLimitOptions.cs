namespace OrleansWallet.LoadTest.Limits;

/// <summary>How the limit is measured.</summary>
/// <param name="ConnectionString">A PostgreSQL server; a database is made there and dropped.</param>
/// <param name="Rows">Keys, and as many entries, at most.</param>
/// <param name="Batch">Of each, in one transaction.</param>
/// <param name="Connections">That copy at once.</param>
/// <param name="WarmUp">The same rows are copied before, and deleted again, for so long.</param>
/// <param name="Duration">After it no new transaction begins.</param>
/// <param name="Json">Whether the report is for machines.</param>
internal sealed record CopyLimitOptions(
    string ConnectionString, int Rows, int Batch, int Connections, TimeSpan WarmUp,
    TimeSpan Duration, bool Json);
