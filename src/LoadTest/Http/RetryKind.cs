namespace OrleansWallet.LoadTest.Http;

/// <summary>Why a call was asked again with the same key.</summary>
internal enum RetryKind
{
    /// <summary>Nobody listened at the address.</summary>
    ConnectionRefused,

    /// <summary>The connection broke before the answer was whole.</summary>
    ConnectionLost,

    /// <summary>No answer within <see cref="GridLane.AttemptSecondsMax"/>.</summary>
    TimedOut,

    /// <summary>503 <c>not_accepted</c>: the grid did nothing.</summary>
    NotAccepted,

    /// <summary>503 <c>outcome_unknown</c>: the grid may have done it.</summary>
    OutcomeUnknown,

    /// <summary>502, 503 or 504 without a code: said by something in front of the grid.</summary>
    Unavailable,

    /// <summary>409: the same key is under way.</summary>
    InProgress,

    /// <summary>429.</summary>
    RateLimited,

    /// <summary>401: the token ran out.</summary>
    SignedOut,
}
