namespace OrleansWallet.Api.Wallets.Batches;

/// <summary>A result for each operation, in the request's order.</summary>
public sealed record BatchBody(IReadOnlyList<BatchResult> Results);
