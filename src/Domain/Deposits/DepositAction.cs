using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Deposits;

/// <summary>What happens to a deposit. Closed: the nested records are all.</summary>
public abstract record DepositAction : ProcessAction
{
    private DepositAction()
    {
    }

    /// <summary>The provider gave the user an address to pay to.</summary>
    /// <param name="User">Who asked.</param>
    /// <param name="Currency">What is to be paid.</param>
    /// <param name="PayCurrency">The provider's code of it.</param>
    /// <param name="PayAddress">Where to.</param>
    /// <param name="PayAmount">How much; null for any sum.</param>
    /// <param name="ExpiresAt">Until when; null when the provider does not say.</param>
    /// <param name="OrderId">Our name for the request at the provider.</param>
    public sealed record Create(
        WalletId User, Currency Currency, string PayCurrency, string PayAddress, string? PayAmount,
        DateTimeOffset? ExpiresAt, string OrderId) : DepositAction;

    /// <summary>The provider's signed news.</summary>
    public sealed record Report(DepositNews News) : DepositAction;

    /// <summary>An admin says whose a parked payment is.</summary>
    /// <param name="User">Whose.</param>
    /// <param name="Paid">The sum, read again; null when it still is none.</param>
    public sealed record Resolve(WalletId User, Amount? Paid) : DepositAction;

    /// <summary>An admin closes a parked payment without a credit.</summary>
    public sealed record Reject(string? Note) : DepositAction;
}
