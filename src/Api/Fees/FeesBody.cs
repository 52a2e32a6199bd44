using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Fees;

/// <summary>The fee schedule in force. Shares are in basis points: hundredths of a percent.</summary>
public sealed record FeesBody
{
    /// <summary>By currency.</summary>
    [JsonPropertyName("withdrawals")]
    public required IReadOnlyList<WithdrawalFeeBody> Withdrawals { get; init; }

    /// <summary>Of what the buyer of a P2P trade gets.</summary>
    [JsonPropertyName("p2p")]
    public required ShareBody P2P { get; init; }

    /// <summary>Of what is paid.</summary>
    [JsonPropertyName("swap")]
    public required ShareBody Swap { get; init; }

    /// <summary>Of what is paid.</summary>
    [JsonPropertyName("spot")]
    public required ShareBody Spot { get; init; }

    /// <summary>Of what is paid.</summary>
    [JsonPropertyName("express_buy")]
    public required ShareBody ExpressBuy { get; init; }

    /// <summary>Of a fee, what goes on to whoever referred its payer.</summary>
    [JsonPropertyName("referral_commission")]
    public required ShareBody ReferralCommission { get; init; }
}

/// <summary>A share of a sum.</summary>
public sealed record ShareBody([property: JsonPropertyName("basis_points")] int BasisPoints);

/// <summary>What withdrawals of a currency cost, and their limits; whole units, null for none.
/// </summary>
public sealed record WithdrawalFeeBody
{
    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    /// <summary>What each costs, on top of the amount.</summary>
    [JsonPropertyName("flat")]
    public required string Flat { get; init; }

    /// <summary>The share of the amount that it costs besides.</summary>
    [JsonPropertyName("basis_points")]
    public required int BasisPoints { get; init; }

    [JsonPropertyName("min")]
    public string? Min { get; init; }

    [JsonPropertyName("max")]
    public string? Max { get; init; }

    /// <summary>The most within 24 hours.</summary>
    [JsonPropertyName("day_max")]
    public string? DayMax { get; init; }

    /// <summary>The most within 30 days.</summary>
    [JsonPropertyName("month_max")]
    public string? MonthMax { get; init; }
}
