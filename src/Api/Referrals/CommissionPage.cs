namespace OrleansWallet.Api.Referrals;

/// <summary>A page of commissions.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Totals">The sums of all, not only of the page, by currency.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
internal sealed record CommissionPage(
    IReadOnlyList<CommissionBody> Items, IReadOnlyDictionary<string, string> Totals, string? Next)
{
    public static readonly CommissionPage Empty =
        new([], new Dictionary<string, string>(StringComparer.Ordinal), null);
}
