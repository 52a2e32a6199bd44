using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Processes;

/// <summary>Why an action was refused, with what a caller can do about it.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Detail">A sentence for people; no personal data.</param>
/// <param name="Wallet">The wallet's own refusal, when it was one.</param>
public sealed record ProcessRefusal(
    ProcessRefusalCode Code, string Detail, Refusal? Wallet = null);
