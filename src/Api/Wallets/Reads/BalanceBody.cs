using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>One account's balance of one currency; sums are decimal strings.</summary>
public sealed record BalanceBody
{
    public required string Currency { get; init; }

    /// <summary><c>spot</c> or <c>savings</c>.</summary>
    public required string Account { get; init; }

    [JsonPropertyName("available_balance")]
    public required string AvailableBalance { get; init; }

    [JsonPropertyName("locked_balance")]
    public required string LockedBalance { get; init; }

    [JsonPropertyName("total_balance")]
    public required string TotalBalance { get; init; }

    /// <summary>RFC 3339 UTC.</summary>
    [JsonPropertyName("last_updated")]
    public required string LastUpdated { get; init; }

    public static BalanceBody[] Of(IReadOnlyList<Balance> balances)
    {
        var bodies = new BalanceBody[balances.Count];
        for (var i = 0; i < bodies.Length; i++)
        {
            var balance = balances[i];
            bodies[i] = new BalanceBody
            {
                Currency = balance.Currency.Code,
                Account = AccountNames.Of(balance.Account),
                AvailableBalance = Amount.Format(balance.Available, balance.Currency),
                LockedBalance = Amount.Format(balance.Locked, balance.Currency),
                TotalBalance = Amount.Format(balance.Total, balance.Currency),
                LastUpdated = WireTime.Format(balance.At),
            };
        }

        return bodies;
    }
}
