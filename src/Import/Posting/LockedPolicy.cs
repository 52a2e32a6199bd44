namespace OrleansWallet.Import.Posting;

/// <summary>What becomes of amounts that were locked in the old service.</summary>
public enum LockedPolicy
{
    /// <summary>Credited and held, so that nothing becomes spendable that was not.</summary>
    Hold,

    /// <summary>Credited and spendable.</summary>
    Available,
}
