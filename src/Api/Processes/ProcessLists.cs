using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Api.Processes;

/// <summary>Lists of processes, a page at a time.</summary>
public sealed class ProcessLists(IProcessQueries queries, ProcessJson json)
{
    /// <summary>One page, and the cursor of the next or null.</summary>
    /// <exception cref="Journal.JournalUnavailableException">It can't be read now.</exception>
    internal async ValueTask<(IReadOnlyList<TState> Items, string? Next)> Read<TState>(
        ProcessFilter filter, PageRequest page, CancellationToken cancellationToken)
        where TState : ProcessState
    {
        // One more than asked for tells whether there is a next page.
        var rows = await queries.List(
            filter with { BeforeNo = page.BeforeNo, Limit = page.Limit + 1 }, cancellationToken);
        var items = rows.Take(page.Limit)
            .Select(r => (TState)json.Read(r.Row.Id.Kind, r.Row.State)).ToList();
        return (items, rows.Count > page.Limit ? PageRequest.Cursor(rows[page.Limit - 1].No) : null);
    }
}
