using System.Text.Json.Serialization;
using OrleansWallet.Api.Wallets.Reads;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>The signed-in user's wallet with its balances and the latest of its history.</summary>
public sealed record TokenWalletBody
{
    public required TokenWalletHead Wallet { get; init; }

    public required IReadOnlyList<BalanceBody> Balances { get; init; }

    /// <summary>Newest first.</summary>
    [JsonPropertyName("transaction_history")]
    public required IReadOnlyList<HistoryItem> TransactionHistory { get; init; }
}
