using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Verification;

/// <summary>What the journal keeps of one wallet besides its entries.</summary>
internal sealed class StoredWallet(long no)
{
    public long No { get; } = no;

    /// <summary>Null when the wallet has no head row.</summary>
    public StoredHead? Head { get; set; }

    public List<Balance> Balances { get; } = [];

    public List<Hold> Holds { get; } = [];

    /// <summary>Why a row could not be read.</summary>
    public List<string> Unreadable { get; } = [];
}
