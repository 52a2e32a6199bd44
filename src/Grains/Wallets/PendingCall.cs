using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Grains.Wallets;

/// <summary>
/// A call that waits for its decision or for its commit: one command, or several that take
/// effect together.
/// </summary>
internal sealed class PendingCall
{
    private readonly TaskCompletionSource<WalletAnswer> _settled =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PendingCall(WalletId wallet, WalletCommand command)
    {
        Items = [new PendingItem(wallet, command)];
    }

    public PendingCall(WalletId wallet, IReadOnlyList<WalletCommand> commands)
    {
        var items = new PendingItem[commands.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = new PendingItem(wallet, commands[i]);
        }

        Items = items;
    }

    public PendingItem[] Items { get; }

    /// <summary>The only version on which the call may be decided; null when any will do.</summary>
    public long? OnlyAt { get; init; }

    /// <summary>True when it was settled undecided: the wallet had left <see cref="OnlyAt"/>.</summary>
    public bool IsStale { get; private set; }

    /// <summary>The state after the call, once it is decided.</summary>
    public WalletState? After { get; set; }

    /// <summary>What the call wrote, once it is decided.</summary>
    public IReadOnlyList<Entry> Entries { get; set; } = [];

    /// <summary>Calls with a key of this one, which are decided after it.</summary>
    public List<PendingCall>? Followers { get; set; }

    /// <summary>Completes with the first item's answer, when every item has its durable one.</summary>
    public Task<WalletAnswer> Settled => _settled.Task;

    public void Settle()
    {
        if (!IsStale)
        {
            foreach (var item in Items)
            {
                GrainMetrics.Answered(item.Answer!);
            }
        }

        _settled.TrySetResult(Items[0].Answer!);
    }

    /// <summary>Gives every item the same answer.</summary>
    public void Settle(WalletAnswer answer)
    {
        foreach (var item in Items)
        {
            item.Answer = answer;
        }

        Settle();
    }

    /// <summary>Settles it undecided: nothing was done, and its caller prepares it anew.</summary>
    public void SettleStale()
    {
        IsStale = true;
        Settle(WalletAnswer.NotAccepted.Instance);
    }

    public void Fail(Exception error) => _settled.TrySetException(error);
}
