namespace OrleansWallet.LoadTest.Http;

/// <summary>What is needed of the answer to a registration.</summary>
internal sealed record Registered(string? UserId);
