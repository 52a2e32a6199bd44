using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Json;

/// <summary>The names of accounts on the wire.</summary>
public static class AccountNames
{
    public const string Spot = "spot";
    public const string Savings = "savings";

    public static string Of(AccountKind account) =>
        account == AccountKind.Savings ? Savings : Spot;
}
