namespace OrleansWallet.ProviderSimulator;

/// <summary>How a request fails.</summary>
internal enum FaultKind
{
    Fail,
    DropRequest,
    DropAnswer,
    GarbleAnswer,
}
