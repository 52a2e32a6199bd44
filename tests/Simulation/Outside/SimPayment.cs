using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Simulation.Outside;

/// <summary>A payment to an address, as the provider knows it.</summary>
/// <param name="Id">The provider's payment id.</param>
/// <param name="User">Who asked for it; null for nobody.</param>
/// <param name="OrderId">Our name for the request.</param>
/// <param name="Asked">What was asked for.</param>
internal sealed record SimPayment(ProcessId Id, WalletId? User, string OrderId, Amount Asked)
{
    /// <summary>Whether the front finds who asked by the order's id.</summary>
    public bool IsOrderKnown { get; init; }

    /// <summary>The currency that came; null when the grid has none of that code.</summary>
    public Currency? Currency { get; init; }

    public string PayCurrency => Currency?.Code ?? "xyz";
}
