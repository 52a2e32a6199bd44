namespace OrleansWallet.Simulation.Outside;

/// <summary>What truly became of a payout.</summary>
internal enum PayoutFate
{
    /// <summary>Asked for; perhaps it will never arrive at the provider.</summary>
    Asked,

    /// <summary>The provider said that it won't pay.</summary>
    Refused,

    /// <summary>The provider works on it.</summary>
    Taken,

    /// <summary>The provider says that it failed.</summary>
    Failed,

    /// <summary>The money is at its address.</summary>
    Finished,
}
