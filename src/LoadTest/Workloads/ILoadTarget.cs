namespace OrleansWallet.LoadTest.Workloads;

/// <summary>A grid that is loaded, with wallets that are this run's alone.</summary>
internal interface ILoadTarget : IAsyncDisposable
{
    IGridCommands Commands { get; }

    /// <summary>Figures of its own for the report.</summary>
    IReadOnlyList<LoadFact> Facts { get; }

    /// <summary>Refusals that were met, a few of them.</summary>
    IReadOnlyList<string> Refusals { get; }

    /// <param name="part">Which part they play: wallets of another part are other wallets.</param>
    /// <param name="count">1 or more.</param>
    LoadWallets Wallets(string part, int count);

    /// <summary>Whole trades on this grid.</summary>
    IWorkload CreateTrades(LoadOptions options);

    /// <summary>Checks after the run what the grid did.</summary>
    Task<LoadChecks> VerifyAsync(CancellationToken cancellationToken);
}
