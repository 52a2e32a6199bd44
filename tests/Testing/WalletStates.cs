using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Testing;

/// <summary>States as texts, so that a difference between two is readable.</summary>
public static class WalletStates
{
    public static string Describe(WalletState state)
    {
        var lines = new List<string>
        {
            $"{state.Id} seq {state.Seq} {state.Status} {state.Hash}",
            state.Seq == 0 ? "no time" : $"{state.CreatedAt:O} {state.LastAt:O}",
        };
        lines.AddRange(state.Balances
            .OrderBy(b => b.Account).ThenBy(b => b.Currency.Code, StringComparer.Ordinal)
            .Select(b => $"{b.Account} {b.Currency} {b.Available} {b.Locked} {b.Seq} {b.At:O}"));
        lines.AddRange(state.Holds.Values
            .OrderBy(h => h.Name.Value, StringComparer.Ordinal)
            .Select(h => $"hold {h.Name} {h.Account} {h.Amount.Minor} {h.Amount.Currency} "
                + $"{h.Remaining} {h.Type} {h.CreatedAt:O} {h.ExpiresAt:O}"));
        return string.Join('\n', lines);
    }
}
