namespace OrleansWallet.Chaos.Grid;

/// <summary>What is needed of an <c>application/problem+json</c>.</summary>
public sealed record Problem(string? Code);
