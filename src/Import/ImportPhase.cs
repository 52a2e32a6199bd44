namespace OrleansWallet.Import;

/// <summary>The parts of an import, in order.</summary>
public enum ImportPhase
{
    Starting,

    /// <summary>Counted in bytes of the files.</summary>
    Reading,

    /// <summary>Counted in balances.</summary>
    Crediting,

    /// <summary>Reads the totals back; not counted.</summary>
    Checking,
}
