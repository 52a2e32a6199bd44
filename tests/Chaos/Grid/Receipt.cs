namespace OrleansWallet.Chaos.Grid;

/// <summary>What the grid says that a call did; sums are decimal strings.</summary>
public sealed record Receipt(
    string TransactionId, string UserId, string Currency, string Account, string Amount,
    string Direction, string TransactionType, string ReferenceId, string AvailableBalance,
    string LockedBalance, string TotalBalance, string Status, long Version, string Timestamp)
{
    public const string Completed = "completed";
    public const string Returned = "returned";

    /// <summary>The same answer: only where the money is may be told anew.</summary>
    public bool SameAs(Receipt other) => this with { Status = "" } == other with { Status = "" };
}
