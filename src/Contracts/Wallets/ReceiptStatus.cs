namespace OrleansWallet.Contracts.Wallets;

/// <summary>Where the money of a command is.</summary>
public enum ReceiptStatus
{
    /// <summary>All of it arrived; always so for commands without postings.</summary>
    Completed = 0,

    /// <summary>A posting is still under way; it arrives or comes back.</summary>
    InProgress = 1,

    /// <summary>Every posting has ended and at least one was refused and came back.</summary>
    Returned = 2,
}
