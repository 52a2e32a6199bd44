namespace OrleansWallet.Domain.Processes;

/// <summary>Why an action on a process was refused. Stored by name.</summary>
public enum ProcessRefusalCode
{
    /// <summary>There is no such process, or it is none of the caller's business.</summary>
    NotFound = 1,

    /// <summary>The request was used before with other content.</summary>
    RequestReusedWithOtherInput,

    /// <summary>The caller's role may not do that.</summary>
    NotAllowed,

    /// <summary>Not in this state.</summary>
    WrongState,

    /// <summary>The input is outside the terms, e.g. an amount below the offer's minimum.</summary>
    OutsideTerms,

    /// <summary>What was agreed on is not there any more: a price, a quote, an offer's remains.</summary>
    Stale,

    /// <summary>A limit of the user's is reached.</summary>
    LimitExceeded,

    /// <summary>The platform or the other party has not enough.</summary>
    LiquidityShort,

    /// <summary>The wallet refused; see the wallet's refusal.</summary>
    WalletRefused,

    /// <summary>The provider refused.</summary>
    ProviderRefused,

    /// <summary>It exists already.</summary>
    Exists,
}
