namespace OrleansWallet.Journal.Processes;

/// <summary>Reads of processes for the front. Thread-safe.</summary>
/// <remarks>All throw <see cref="JournalUnavailableException"/> when the database is away.</remarks>
public interface IProcessQueries
{
    ValueTask<IReadOnlyList<ListedProcess>> List(
        ProcessFilter filter, CancellationToken cancellationToken);

    /// <summary>Writes a message of a trade, once a request.</summary>
    ValueTask<TradeMessage> AddMessage(
        string tradeId, string sender, string text, UInt128 request,
        CancellationToken cancellationToken);

    /// <summary>A trade's messages, oldest first, from the one after <paramref name="afterNo"/>.</summary>
    ValueTask<IReadOnlyList<TradeMessage>> FindMessages(
        string tradeId, long afterNo, int limit, CancellationToken cancellationToken);
}
