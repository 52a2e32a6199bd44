using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.TopUps;

/// <summary>What somebody wants of a top-up. Closed: the nested records are all.</summary>
public abstract record TopUpAction : ProcessAction
{
    private TopUpAction()
    {
    }

    public sealed record Create(WalletId User, Amount Amount, string? Description) : TopUpAction;

    /// <summary>An admin's decision: credit it, or not.</summary>
    public sealed record Process(bool Success, string? Notes) : TopUpAction;
}
