namespace OrleansWallet.Import.Rows;

/// <summary>Why a row, or one balance of it, was not imported.</summary>
public enum RowReason
{
    /// <summary>The text is no JSON.</summary>
    MalformedJson,

    /// <summary>JSON, but no object.</summary>
    NotAnObject,

    /// <summary>The whole row stood in the file before: the same <c>_id</c>, the same content.</summary>
    DuplicateRow,

    /// <summary>A row with this <c>_id</c> stood in the file before, with other content.</summary>
    DuplicateIdOtherContent,

    /// <summary>
    /// Another row has the same user and currency, and one of the two has no <c>_id</c>: whether
    /// it is the same row again can't be told.
    /// </summary>
    DuplicateWithoutId,

    UserMissing,
    BadUserId,
    CurrencyMissing,
    UnknownCurrency,
    AmountMissing,

    /// <summary>An amount is no decimal number.</summary>
    NotANumber,

    /// <summary>An amount is NaN or infinite.</summary>
    NotFinite,

    NegativeAmount,

    /// <summary>Beyond 10^36 minor units, alone or with the other rows of the balance.</summary>
    AmountTooLarge,

    /// <summary>Two fields say the same thing differently.</summary>
    AmbiguousField,

    /// <summary>Total, available and locked don't fit together.</summary>
    InconsistentAmounts,
}
