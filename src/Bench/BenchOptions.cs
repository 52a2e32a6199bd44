namespace OrleansWallet.Bench;

/// <summary>How the bench is run.</summary>
/// <param name="ConnectionString">A server on which the role may make databases.</param>
/// <param name="LoadTool">The load tester's assembly.</param>
/// <param name="Pgbench">pgbench's path.</param>
/// <param name="Pgledger">The folder of pgledger's sources; null leaves it out.</param>
/// <param name="Grid">A running grid's address, for the rows over HTTP; null leaves them out.</param>
/// <param name="Json">The file to write the rows to; null for none.</param>
/// <param name="Rounds">As many; null for three, or fewer when they would take too long.</param>
/// <param name="Quick">Whether a run is short.</param>
/// <param name="Growth">Whether to fill journals and measure them too, which takes long.</param>
/// <param name="Only">Runs only the comparisons whose names have this in them; null for all.</param>
internal sealed record BenchOptions(
    string ConnectionString,
    string LoadTool,
    string Pgbench,
    string? Pgledger,
    Uri? Grid,
    string? Json,
    int? Rounds,
    bool Quick,
    bool Growth,
    string? Only)
{
    private static readonly TimeSpan _roundsLimit = TimeSpan.FromMinutes(8);

    public int RoundsMax => Rounds ?? (Quick ? 1 : 3);

    public TimeSpan RoundsLimit => Rounds is null ? _roundsLimit : TimeSpan.MaxValue;

    // Until a backend has met the whole buffer of the server once, the kernel maps a page of it at
    // each step, which takes a tenth of its time.
    public int WarmUpSeconds => Quick ? 2 : 8;

    // A server that has just started compiles for a quarter of its time; one that runs does not.
    public int HttpWarmUpSeconds => Quick ? 2 : 15;

    public int Seconds => Quick ? 2 : 4;
}
