using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Wallets;

/// <summary>
/// The digest of a command's input, by which a repeated key is told from a reused one. Note,
/// metadata and a hold's expiry are not part of it: a retry may word or compute them anew.
/// </summary>
public static class Fingerprint
{
    public static UInt128 Of(WalletId wallet, WalletCommand command)
    {
        var text = new FingerprintText(stackalloc byte[512]);
        text.Add(wallet.Value);
        text.Add(command.Context.Type.Value);
        text.Add(command.Context.Reference.Value);
        AddInput(ref text, command);
        return Digest.Of(text.Written);
    }

    private static void AddInput(ref FingerprintText text, WalletCommand command)
    {
        switch (command)
        {
            case WalletCommand.Credit c:
                text.Add("credit");
                text.Add(c.Account);
                text.Add(c.Amount);
                text.Add(c.From.Value);
                break;
            case WalletCommand.Debit c:
                text.Add("debit");
                text.Add(c.Account);
                text.Add(c.Amount);
                text.Add(c.To.Value);
                break;
            case WalletCommand.Lock c:
                text.Add("lock");
                text.Add(c.Account);
                text.Add(c.Amount);
                break;
            case WalletCommand.Unlock c:
                text.Add("unlock");
                text.Add(c.Currency.Code);
                text.Add(c.Amount);
                break;
            case WalletCommand.Release c:
                text.Add("release");
                text.Add(c.Currency.Code);
                text.Add(c.Amount);
                text.Add(c.To.Value);
                break;
            case WalletCommand.Transfer c:
                AddTransfer(ref text, c);
                break;
            case WalletCommand.Accept c:
                text.Add("accept");
                text.Add(c.Amount);
                text.Add(c.From.Value);
                text.Add(c.Source);
                break;
            case WalletCommand.Return c:
                text.Add("return");
                text.Add(c.Account);
                text.Add(c.Amount);
                text.Add(c.From.Value);
                text.Add(c.Source);
                text.Add(c.Hold?.Value);
                break;
            case WalletCommand.Move c:
                text.Add("move");
                text.Add(c.Amount);
                text.Add(c.From);
                text.Add(c.To);
                break;
            case WalletCommand.Reverse c:
                // Without the wallet's number: until a wallet's first commit each copy has
                // another one.
                text.Add("reverse");
                text.Add(c.Source.Seq);
                break;
            default:
                text.Add(NameOf(command));
                break;
        }
    }

    private static void AddTransfer(ref FingerprintText text, WalletCommand.Transfer command)
    {
        text.Add("transfer");
        text.Add(command.Account);
        text.Add(command.Hold?.Value);
        foreach (var posting in command.Postings)
        {
            text.Add(posting.To.Value);
            text.Add(posting.Amount);
        }
    }

    private static string NameOf(WalletCommand command) => command switch
    {
        WalletCommand.Expire => "expire",
        WalletCommand.Freeze => "freeze",
        WalletCommand.Unfreeze => "unfreeze",
        WalletCommand.Close => "close",
        _ => throw new InvalidOperationException($"unknown command {command.GetType().Name}"),
    };
}
