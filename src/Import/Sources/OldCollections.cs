using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Import.Sources;

/// <summary>What the old collections are called, and where their money goes.</summary>
public static class OldCollections
{
    public static IReadOnlyList<OldCollection> All { get; } = Enum.GetValues<OldCollection>();

    /// <summary>The collection's name, as files, keys, references and reports have it.</summary>
    public static string Name(this OldCollection collection) => collection switch
    {
        OldCollection.InternalBalances => "internal_balances",
        OldCollection.TraderBalances => "trader_balances",
        OldCollection.CryptoBalances => "crypto_balances",
        OldCollection.SavingsBalances => "savings_balances",
        OldCollection.Wallets => "wallets",
        _ => throw new InvalidOperationException($"{collection} has no name"),
    };

    /// <summary>The account that the collection's balances become.</summary>
    public static AccountKind Account(this OldCollection collection) =>
        collection == OldCollection.SavingsBalances ? AccountKind.Savings : AccountKind.Spot;
}
