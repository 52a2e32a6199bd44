namespace OrleansWallet.Chaos.Calls;

/// <summary>What an attempt began with.</summary>
/// <param name="IsFirst">Nothing was asked under its key before.</param>
/// <param name="IsAfterSettled">Its key had its final answer.</param>
public readonly record struct Attempt(bool IsFirst, bool IsAfterSettled);
