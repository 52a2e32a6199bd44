namespace OrleansWallet.LoadTest.Growth;

/// <summary>How a journal of some size is measured.</summary>
/// <param name="ConnectionString">A PostgreSQL server; a database is made there and dropped.</param>
/// <param name="Entries">That the journal is filled with first.</param>
/// <param name="Wallets">That they are spread over.</param>
/// <param name="Activations">Wallets brought into memory, to measure their size.</param>
/// <param name="Callers">Of each workload.</param>
/// <param name="Duration">Of each workload.</param>
/// <param name="Checkpoints">That PostgreSQL takes while each workload runs.</param>
/// <param name="Json">Whether the report is for machines.</param>
internal sealed record GrowthOptions(
    string ConnectionString, int Entries, int Wallets, int Activations, int Callers,
    TimeSpan Duration, int Checkpoints, bool Json);
