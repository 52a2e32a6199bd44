using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Exchange;

/// <summary>What can be done with an order. Closed: the nested records are all.</summary>
public abstract record OrderAction : ProcessAction
{
    private OrderAction()
    {
    }

    /// <summary>A new order that waits for its execution, at a rate that holds for a while.</summary>
    public sealed record Quote(OrderAsk Ask) : OrderAction;

    /// <summary>A new order, executed at once at the price of now.</summary>
    public sealed record Place(OrderAsk Ask) : OrderAction;

    /// <summary>Executes a quote, once. What is not null must be what was quoted.</summary>
    public sealed record Execute(Currency? From, Currency? To, Amount? Amount) : OrderAction;
}
