namespace OrleansWallet.LoadTest.Workloads;

/// <summary>How a workload is run.</summary>
/// <param name="Name">Of the workload.</param>
/// <param name="ConnectionString">The PostgreSQL server of the grid in this process.</param>
/// <param name="Callers">Operations under way at once; of an open loop, at most.</param>
/// <param name="Rate">Operations started a second (open loop); null for a closed loop.</param>
/// <param name="WarmUp">Not measured.</param>
/// <param name="Duration">Measured.</param>
/// <param name="Wallets">Wallets on each side.</param>
/// <param name="Zipf">Exponent of the skew; 0 for none.</param>
/// <param name="Json">Whether the report is for machines.</param>
internal sealed record LoadOptions(
    string Name,
    string ConnectionString,
    int Callers,
    int? Rate,
    TimeSpan WarmUp,
    TimeSpan Duration,
    int Wallets,
    double Zipf,
    bool Json);
