namespace OrleansWallet.Chaos.Calls;

/// <summary>One posting of a transfer.</summary>
/// <param name="To">The wallet that gets it.</param>
/// <param name="Minor">In minor units.</param>
public sealed record Leg(string To, long Minor);
