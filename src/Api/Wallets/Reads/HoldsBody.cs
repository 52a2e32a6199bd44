namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>The open holds of a wallet, oldest first.</summary>
public sealed record HoldsBody(IReadOnlyList<HoldBody> Holds);
