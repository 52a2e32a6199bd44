using System.Collections.Frozen;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Rows;

/// <summary>
/// The names that fields of old rows have. Letter case and underscores don't matter:
/// <c>availableBalance</c> is <c>available_balance</c>.
/// </summary>
internal static class FieldNames
{
    public const string Id = "_id";

    private static readonly FrozenDictionary<string, FieldRole> _roles =
        new Dictionary<string, FieldRole>
        {
            ["userid"] = FieldRole.User,
            ["traderid"] = FieldRole.User,
            ["user"] = FieldRole.User,
            ["currency"] = FieldRole.Currency,
            ["asset"] = FieldRole.Currency,
            ["coin"] = FieldRole.Currency,
            ["symbol"] = FieldRole.Currency,
            ["available"] = FieldRole.Available,
            ["availablebalance"] = FieldRole.Available,
            ["balance"] = FieldRole.Balance,
            ["amount"] = FieldRole.Balance,
            ["total"] = FieldRole.Total,
            ["totalbalance"] = FieldRole.Total,
            ["locked"] = FieldRole.Locked,
            ["lockedbalance"] = FieldRole.Locked,
            ["lockedamount"] = FieldRole.Locked,
            ["inescrow"] = FieldRole.Locked,
            ["escrow"] = FieldRole.Locked,
            ["escrowbalance"] = FieldRole.Locked,
            ["savings"] = FieldRole.Savings,
            ["savingsbalance"] = FieldRole.Savings,
            ["balances"] = FieldRole.Nested,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Currency fields in the order in which the first one counts.</summary>
    public static IReadOnlyList<string> CurrencyOrder { get; } =
        ["currency", "asset", "coin", "symbol"];

    public static FieldRole RoleOf(string name, OldCollection collection)
    {
        if (name == Id)
        {
            return FieldRole.Id;
        }

        var role = _roles.GetValueOrDefault(Normalize(name), FieldRole.Unknown);
        // In the savings collection this is the balance itself.
        return role == FieldRole.Savings && collection.Account() == AccountKind.Savings
            ? FieldRole.Balance
            : role;
    }

    public static string Normalize(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
