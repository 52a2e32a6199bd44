namespace OrleansWallet.Journal.Queries;

/// <summary>Where a posting is.</summary>
public enum PostingStatus
{
    InProgress,
    Completed,
    Returned,
}
