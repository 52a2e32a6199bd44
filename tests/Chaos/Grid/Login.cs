namespace OrleansWallet.Chaos.Grid;

/// <summary>What is needed of the answer to a sign-in.</summary>
public sealed record Login(string AccessToken);
