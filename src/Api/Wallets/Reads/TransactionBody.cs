using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>One entry of a wallet's history; sums are decimal strings.</summary>
public sealed record TransactionBody
{
    /// <summary>The entries of one command share it.</summary>
    [JsonPropertyName("transaction_id")]
    public required string TransactionId { get; init; }

    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    public string? Currency { get; init; }

    public string? Account { get; init; }

    public string? Amount { get; init; }

    [JsonPropertyName("transaction_type")]
    public required string TransactionType { get; init; }

    /// <summary><c>credit</c>, <c>debit</c>, <c>lock</c>, <c>unlock</c> or <c>release</c>.</summary>
    public required string Direction { get; init; }

    [JsonPropertyName("reference_id")]
    public required string ReferenceId { get; init; }

    /// <summary>The other wallet, or <c>world:…</c>.</summary>
    public string? Counterparty { get; init; }

    /// <summary>The available balance that it left.</summary>
    [JsonPropertyName("balance_after")]
    public string? BalanceAfter { get; init; }

    public string? Note { get; init; }

    /// <summary>A JSON object or null.</summary>
    public RawJson? Metadata { get; init; }

    /// <summary>RFC 3339 UTC.</summary>
    public required string Timestamp { get; init; }

    /// <summary>The entry's place in the wallet's history, from 1.</summary>
    public required long Version { get; init; }

    public static TransactionBody Of(WalletId wallet, long walletNo, Entry entry)
    {
        var currency = entry.Amount?.Currency;
        return new TransactionBody
        {
            TransactionId = new TransactionId(walletNo, entry.FirstSeq).ToString(),
            UserId = wallet.Value,
            Currency = currency?.Code,
            Account = currency is null ? null : AccountNames.Of(entry.Account),
            Amount = entry.Amount?.ToString(),
            TransactionType = entry.Type.Value,
            Direction = Directions.Of(entry.Kind),
            ReferenceId = entry.Reference.Value,
            Counterparty = entry.Counterparty?.Value,
            BalanceAfter = currency is null
                ? null
                : Domain.Money.Amount.Format(entry.Available, currency),
            Note = entry.Note,
            Metadata = RawJson.Of(entry.Metadata),
            Timestamp = WireTime.Format(entry.At),
            Version = entry.Seq,
        };
    }
}
