using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>A provider's answer to a <see cref="PayoutCall"/>. Closed: the nested records are
/// all.</summary>
public abstract record PayoutAnswer : OutsideAnswer
{
    private PayoutAnswer()
    {
    }

    /// <summary>It has the payout.</summary>
    public sealed record Sent(string PayoutId) : PayoutAnswer;

    /// <summary>It certainly did not and will not pay what was sent the first time.</summary>
    public sealed record Refused(string Reason) : PayoutAnswer;

    /// <summary>The money is at its address.</summary>
    public sealed record Finished(string PayoutId) : PayoutAnswer;

    /// <summary>It has the payout and says that it failed.</summary>
    public sealed record Failed(string PayoutId, string Reason) : PayoutAnswer;

    /// <summary>It can't tell whether it has the payout: a person has to look.</summary>
    public sealed record Unclear(string Reason) : PayoutAnswer;
}
