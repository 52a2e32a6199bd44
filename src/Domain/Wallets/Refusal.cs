using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>A refusal with what the caller needs to understand it. Nothing changed.</summary>
/// <param name="Code">Why.</param>
/// <param name="Required">What was asked for, where a sum was short.</param>
/// <param name="Available">What there was.</param>
public sealed record Refusal(RefusalCode Code, Amount? Required = null, Amount? Available = null)
{
    /// <summary>
    /// True when another state would have let the command pass: then the refusal is journaled
    /// under an explicit key, so that a late duplicate gets the same answer.
    /// </summary>
    public bool DependsOnState => Code >= RefusalCode.WalletClosed;
}
