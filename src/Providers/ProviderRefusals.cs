namespace OrleansWallet.Providers;

/// <summary>Codes of refusals that this library gives itself; a provider adds its own.</summary>
public static class ProviderRefusals
{
    /// <summary>The provider knows no such payment or payout.</summary>
    public const string NotFound = "not_found";

    /// <summary>More digits than a payout can carry: at most 6 decimals, 15 digits.</summary>
    public const string TooPrecise = "amount_too_precise";

    /// <summary>Zero or less.</summary>
    public const string InvalidAmount = "invalid_amount";

    /// <summary>No price is known in that currency.</summary>
    public const string UnknownQuote = "unknown_quote";

    /// <summary>A payout needs a code, and no secret to make one from is configured.</summary>
    public const string NoVerificationSecret = "no_verification_secret";
}
