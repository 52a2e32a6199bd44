namespace OrleansWallet.Domain.Money;

/// <summary>Why a text is not an amount of a currency.</summary>
public enum AmountError
{
    None,

    /// <summary>Not a decimal number (also NaN, Infinity, hex, blanks).</summary>
    NotANumber,

    /// <summary>More decimal digits than the currency's scale; never rounded.</summary>
    TooManyDigits,

    /// <summary>Beyond <see cref="Amount.MinorMax"/>.</summary>
    TooLarge,
}
