using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Postgres;

/// <summary>A line into the PostgreSQL journal: the grain appends, the writer takes.</summary>
/// <remarks>
/// The lock guards the hand-over of the open group between the two; it is held for a few
/// instructions only.
/// </remarks>
internal sealed class PostgresWalletLine : IWalletLine
{
    private readonly PostgresJournal _journal;
    private readonly Lock _handOver = new();
    private CommitGroup? _open;
    private bool _broken;

    public PostgresWalletLine(PostgresJournal journal, WalletHead head, WalletState opened)
    {
        _journal = journal;
        Head = head;
        Opened = opened;
        Token = Guid.NewGuid();
    }

    private PostgresWalletLine(PostgresWalletLine before, WalletState committed)
    {
        _journal = before._journal;
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
                _open.Units.Add(unit);
                _journal.Enqueue(_open);
            }
            else
            {
                _open.Units.Add(unit);
                _journal.CountUnit();
            }

            return _open.Task;
        }
    }

    public ValueTask<bool> IsCurrent(CancellationToken cancellationToken) =>
        _journal.IsCurrent(Head, Token, Opened.Id, cancellationToken);

    public IWalletLine Renew(WalletState committed) => new PostgresWalletLine(this, committed);

    /// <summary>Takes the group out of the grain's reach; false when the line is broken.</summary>
    public bool Seal(CommitGroup group)
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
    public void Settle(CommitGroup group, CommitResult result)
    {
        lock (_handOver)
        {
            if (result is CommitResult.Done)
            {
                Head = Head.After(group, Token);
            }
            else
            {
                _broken = true;
            }
        }
    }
}
