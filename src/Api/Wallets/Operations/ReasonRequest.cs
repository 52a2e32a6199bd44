namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>Why an admin does it; becomes the entry's note.</summary>
public sealed record ReasonRequest
{
    /// <summary>1 to 500 characters.</summary>
    public string? Reason { get; init; }
}
