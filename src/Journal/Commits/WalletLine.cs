using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Commits;

/// <summary>A line into a journal that commits in groups: the grain appends, the writer takes.</summary>
/// <remarks>
/// The lock guards the hand-over of the open group between the two; it is held for a few
/// instructions, and of a large group while the store writes a unit's rows ahead.
/// </remarks>
public sealed class WalletLine : IWalletLine
{
    private readonly CommitWriter _writer;
    private readonly IWalletHeads _heads;
    private readonly Lock _handOver = new();
    private CommitGroup? _open;
    private bool _broken;
    private long _seenAt;
    private int _unasked;

    /// <param name="writer">Takes what is appended.</param>
    /// <param name="heads">Confirms the head for reads.</param>
    /// <param name="head">The head row that was loaded.</param>
    /// <param name="opened">The state that was loaded with it.</param>
    /// <param name="seenAt">When the loading began.</param>
    /// <param name="token">This copy's mark, unlike any other's.</param>
    public WalletLine(
        CommitWriter writer, IWalletHeads heads, WalletHead head, WalletState opened, long seenAt,
        Guid token)
    {
        _writer = writer;
        _heads = heads;
        _seenAt = seenAt;
        Head = head;
        Opened = opened;
        Token = token;
    }

    private WalletLine(WalletLine before, WalletState committed)
    {
        _writer = before._writer;
        _heads = before._heads;
        _seenAt = before.SeenAt;
        Head = before.Head;
        Opened = committed;
        Token = before.Token;
    }

    public long WalletNo => Head.No;

    public WalletState Opened { get; }

    /// <summary>This copy's mark in the head row once it has committed.</summary>
    public Guid Token { get; }

    /// <summary>The head as this line knows it; written by the writer alone.</summary>
    public WalletHead Head { get; private set; }

    /// <summary>A time before the last look at the head row, whenever that was.</summary>
    internal long SeenAt => Volatile.Read(ref _seenAt);

    public Task<CommitResult> Append(Unit unit)
    {
        lock (_handOver)
        {
            if (_broken)
            {
                return Task.FromResult<CommitResult>(CommitResult.Discarded.Instance);
            }

            if (_open is null)
            {
                _open = new CommitGroup(this);
                _open.Add(unit);
                _writer.Enqueue(_open);
            }
            else
            {
                _open.Add(unit);
                _writer.CountUnit();
                _writer.WriteAhead(_open);
            }

            return _open.Task;
        }
    }

    public async ValueTask<bool> IsCurrent(CancellationToken cancellationToken)
    {
        if (await _heads.Others.Tell(this, cancellationToken))
        {
            return true;
        }

        var at = _writer.Time.GetTimestamp();
        if (!await _heads.IsCurrent(this, cancellationToken))
        {
            return false;
        }

        SeeCurrent(at);
        return true;
    }

    public bool WasCurrent(TimeSpan within)
    {
        Volatile.Write(ref _unasked, 0);
        return _writer.Time.GetElapsedTime(_heads.Others.StoodAt(this)) < within;
    }

    /// <summary>Whether a head row is the one that this line knew or has written itself.</summary>
    /// <param name="head">What <see cref="Head"/> was before the row was read: it may move
    /// meanwhile.</param>
    /// <param name="row">Null when there is none.</param>
    public bool Matches(WalletHead head, (long Seq, Guid Token)? row)
    {
        // The copy that wrote before this one may still write on: its mark alone says nothing.
        return row is var (seq, token)
            ? token == Token || (head.Exists && token == head.Token && seq == head.Seq)
            : !head.Exists;
    }

    /// <summary>The head matched.</summary>
    /// <param name="at">When the look at it began.</param>
    public void SeeCurrent(long at) => Volatile.Write(ref _seenAt, at);

    /// <summary>The head matched although nobody had asked.</summary>
    /// <param name="at">When the look at it began.</param>
    /// <returns>How often this was so since somebody wanted to know.</returns>
    public int SeeCurrentUnasked(long at)
    {
        SeeCurrent(at);
        return Interlocked.Increment(ref _unasked);
    }

    public IWalletLine Renew(WalletState committed) => new WalletLine(this, committed);

    /// <summary>Takes the group out of the grain's reach; false when the line is broken.</summary>
    internal bool Seal(CommitGroup group)
    {
        lock (_handOver)
        {
            if (ReferenceEquals(_open, group))
            {
                _open = null;
            }

            return !_broken;
        }
    }

    /// <summary>Moves the head after a commit, or breaks the line.</summary>
    internal void Settle(CommitGroup group, CommitResult result)
    {
        lock (_handOver)
        {
            if (result is CommitResult.Done)
            {
                if (!Head.Exists || Head.Token != Token)
                {
                    _heads.Others.SeeTakenOver(WalletNo);
                }

                Head = Head.After(group, Token);
            }
            else
            {
                _broken = true;
            }
        }
    }
}
