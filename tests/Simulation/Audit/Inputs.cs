using System.Globalization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit;

/// <summary>A command's input as text: what makes two uses of a key the same.</summary>
internal static class Inputs
{
    public static string Of(WalletId wallet, WalletCommand command)
    {
        var details = command switch
        {
            WalletCommand.Credit c => $"credit {c.Account} {Sum(c.Amount)} {c.From}",
            WalletCommand.Debit c => $"debit {c.Account} {Sum(c.Amount)} {c.To}",
            WalletCommand.Lock c => $"lock {c.Account} {Sum(c.Amount)}",
            WalletCommand.Unlock c => $"unlock {c.Currency} {Sum(c.Amount)}",
            WalletCommand.Release c => $"release {c.Currency} {Sum(c.Amount)} {c.To}",
            WalletCommand.Transfer c => $"transfer {c.Account} {c.Hold} "
                + string.Join("+", c.Postings.Select(p => $"{p.To}:{Sum(p.Amount)}")),
            WalletCommand.Accept c => $"accept {Sum(c.Amount)} {c.From} {c.Source}",
            WalletCommand.Return c => $"return {c.Account} {Sum(c.Amount)} {c.From} {c.Source} {c.Hold}",
            WalletCommand.Move c => $"move {Sum(c.Amount)} {c.From} {c.To}",
            WalletCommand.Reverse c => $"reverse {c.Source}",
            _ => command.GetType().Name,
        };
        return $"{wallet}|{command.Context.Type}|{command.Context.Reference}|{details}";
    }

    private static string Sum(Amount? amount) => amount is { } sum
        ? string.Create(CultureInfo.InvariantCulture, $"{sum.Minor} {sum.Currency.Code}")
        : "all";
}
