using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>A line into the journal in memory.</summary>
internal sealed class HandLine(HandJournal journal, long walletNo, WalletState opened) : IWalletLine
{
    private HandGroup? _open;

    public long WalletNo { get; } = walletNo;

    public WalletState Opened { get; } = opened;

    public long HeadSeq { get; private set; } = opened.Seq;

    public bool IsBroken { get; private set; }

    public Task<CommitResult> Append(Unit unit)
    {
        if (journal.IsFaulty)
        {
            throw new InvalidOperationException("faulty");
        }

        if (IsBroken)
        {
            return Task.FromResult<CommitResult>(CommitResult.Discarded.Instance);
        }

        if (_open is null)
        {
            _open = new HandGroup(this);
            journal.Enqueue(_open);
        }

        _open.Units.Add(unit);
        return _open.Result.Task;
    }

    public void Seal(HandGroup group) => _open = ReferenceEquals(_open, group) ? null : _open;

    public void Settle(HandGroup group, CommitResult result)
    {
        if (result is CommitResult.Done)
        {
            HeadSeq = group.Units[^1].After.Seq;
        }
        else
        {
            IsBroken = true;
        }
    }

    public ValueTask<bool> IsCurrent(CancellationToken cancellationToken) =>
        ValueTask.FromResult(journal.IsCurrent(this));

    public IWalletLine Renew(WalletState committed) => new HandLine(journal, WalletNo, committed);
}
