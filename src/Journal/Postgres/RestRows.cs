using Npgsql;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>What a transaction writes last, when nothing can be set aside any more: entries that
/// are not copied, balances, holds and postings.</summary>
internal sealed class RestRows(bool withEntries)
{
    private readonly EntryRows _entries = new();
    private readonly BalanceRows _balances = new();
    private readonly HoldRows _holds = new();
    private readonly PostingRows _postings = new();

    public void Add(CommitGroup group)
    {
        if (!group.HasEntries)
        {
            return;
        }

        var line = group.Line;
        foreach (var unit in group.Units)
        {
            foreach (var entry in unit.Entries)
            {
                _postings.Add(line.WalletNo, entry);
                if (withEntries)
                {
                    _entries.Add(line.WalletNo, entry);
                }
            }
        }

        _balances.Add(line.WalletNo, group.Units[^1].After, line.Head.Seq);
        _holds.Add(line.WalletNo, group.Units);
    }

    public void AddDelivered(IEnumerable<EntryLink> postings) => _postings.AddDelivered(postings);

    public IEnumerable<NpgsqlBatchCommand> ToCommands()
    {
        if (_entries.Count > 0)
        {
            yield return _entries.ToCommand();
        }

        if (_balances.Count > 0)
        {
            yield return _balances.ToCommand();
        }

        foreach (var command in _holds.ToCommands().Concat(_postings.ToCommands()))
        {
            yield return command;
        }
    }
}
