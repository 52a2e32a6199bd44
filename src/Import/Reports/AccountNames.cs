using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Import.Reports;

/// <summary>Accounts as keys and reports name them.</summary>
internal static class AccountNames
{
    public static string Of(AccountKind account) => account switch
    {
        AccountKind.Spot => "spot",
        AccountKind.Savings => "savings",
        _ => throw new InvalidOperationException($"{account} has no name"),
    };
}
