using System.Globalization;
using System.Text;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>
/// The digest of a command's input, by which a repeated key is told from a reused one. Note,
/// metadata and a hold's expiry are not part of it: a retry may word or compute them anew.
/// </summary>
public static class Fingerprint
{
    public static UInt128 Of(WalletId wallet, WalletCommand command)
    {
        var context = command.Context;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{wallet.Value}|{context.Type.Value}|{context.Reference.Value}|{Input(command)}");
        return Digest.Of(text);
    }

    private static string Input(WalletCommand command) => command switch
    {
        WalletCommand.Credit c => $"credit|{c.Account}|{Text(c.Amount)}|{c.From.Value}",
        WalletCommand.Debit c => $"debit|{c.Account}|{Text(c.Amount)}|{c.To.Value}",
        WalletCommand.Lock c => $"lock|{c.Account}|{Text(c.Amount)}",
        WalletCommand.Unlock c => $"unlock|{c.Currency.Code}|{Text(c.Amount)}",
        WalletCommand.Release c =>
            $"release|{c.Currency.Code}|{Text(c.Amount)}|{c.To.Value}",
        WalletCommand.Transfer c => Postings(c),
        WalletCommand.Accept c => $"accept|{Text(c.Amount)}|{c.From.Value}|{Link(c.Source)}",
        WalletCommand.Return c =>
            $"return|{c.Account}|{Text(c.Amount)}|{c.From.Value}|{Link(c.Source)}|{c.Hold?.Value}",
        WalletCommand.Move c => $"move|{Text(c.Amount)}|{c.From}|{c.To}",
        WalletCommand.Expire => "expire",
        // Not the wallet's number, which copies may not agree on before its first commit.
        WalletCommand.Reverse c =>
            string.Create(CultureInfo.InvariantCulture, $"reverse|{c.Source.Seq}"),
        WalletCommand.Freeze => "freeze",
        WalletCommand.Unfreeze => "unfreeze",
        WalletCommand.Close => "close",
        _ => throw new InvalidOperationException($"unknown command {command.GetType().Name}"),
    };

    private static string Postings(WalletCommand.Transfer command)
    {
        var text = new StringBuilder("transfer|")
            .Append(command.Account).Append('|').Append(command.Hold?.Value);
        foreach (var posting in command.Postings)
        {
            text.Append('|').Append(posting.To.Value).Append('|').Append(Text(posting.Amount));
        }

        return text.ToString();
    }

    private static string Text(Amount? amount) => amount is { } value
        ? string.Create(
            CultureInfo.InvariantCulture, $"{value.Currency.Code}|{value.Minor}")
        : "all";

    private static string Link(EntryLink link) =>
        string.Create(CultureInfo.InvariantCulture, $"{link.WalletNo}.{link.Seq}");
}
