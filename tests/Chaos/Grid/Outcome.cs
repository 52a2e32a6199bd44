namespace OrleansWallet.Chaos.Grid;

/// <summary>What one attempt of a call came to.</summary>
public enum Outcome
{
    /// <summary>200 with a receipt.</summary>
    Acknowledged,

    /// <summary>Refused by a rule: a final answer.</summary>
    Refused,

    /// <summary>The key was used before with other input.</summary>
    Mismatch,

    /// <summary>503: nothing was done.</summary>
    NotAccepted,

    /// <summary>503: it may have been done.</summary>
    OutcomeUnknown,

    /// <summary>409: a call with the key is under way.</summary>
    KeyInProgress,

    /// <summary>No connection, or it broke before the answer was whole.</summary>
    ConnectionLost,

    /// <summary>The caller did not wait for the answer.</summary>
    GaveUp,

    /// <summary>An answer that must never come.</summary>
    Wrong,
}
