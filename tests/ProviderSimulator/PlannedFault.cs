namespace OrleansWallet.ProviderSimulator;

/// <summary>A fault and the requests that it strikes.</summary>
internal sealed record PlannedFault(FaultKind Kind, string Path, int Count)
{
    public int Status { get; init; } = 500;

    public TimeSpan? RetryAfter { get; init; }

    public string Code { get; init; } = "INTERNAL_ERROR";
}
