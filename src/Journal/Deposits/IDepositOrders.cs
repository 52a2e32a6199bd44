namespace OrleansWallet.Journal.Deposits;

/// <summary>Who asked for which payment. Thread-safe.</summary>
/// <remarks>All throw <see cref="JournalUnavailableException"/> when the database is away.</remarks>
public interface IDepositOrders
{
    /// <summary>Writes the request, or gives the one that has this id already.</summary>
    ValueTask<DepositOrder> Begin(DepositOrder order, CancellationToken cancellationToken);

    /// <summary>Notes the provider's answer.</summary>
    ValueTask Complete(string orderId, string paymentId, CancellationToken cancellationToken);

    /// <summary>Null when nobody asked.</summary>
    ValueTask<DepositOrder?> Find(string orderId, CancellationToken cancellationToken);
}
