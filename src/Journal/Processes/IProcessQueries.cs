namespace OrleansWallet.Journal.Processes;

/// <summary>Reads of processes for the front. Thread-safe.</summary>
/// <remarks>All throw <see cref="JournalUnavailableException"/> when the database is away.</remarks>
public interface IProcessQueries
{
    ValueTask<IReadOnlyList<ListedProcess>> List(
        ProcessFilter filter, CancellationToken cancellationToken);

    /// <summary>Writes a message of a trade, once a request.</summary>
    /// <returns>
    /// The message of that request, which the first call decided: its trade, sender and text may
    /// differ from those of a later call. And whether it was there before.
    /// </returns>
    ValueTask<(TradeMessage Message, bool Known)> AddMessage(
        string tradeId, string sender, string text, UInt128 request,
        CancellationToken cancellationToken);

    /// <summary>A trade's messages, oldest first, from the one after <paramref name="afterNo"/>.</summary>
    ValueTask<IReadOnlyList<TradeMessage>> FindMessages(
        string tradeId, long afterNo, int limit, CancellationToken cancellationToken);
}
