using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Testing;

/// <summary>Short ways to say what a wallet is asked.</summary>
public static class Commands
{
    public static readonly Currency UsDollar = CurrencyRegistry.Default["USD"];
    public static readonly Currency Bitcoin = CurrencyRegistry.Default["BTC"];
    public static readonly Counterparty Cash = new("world:cash");

    private static readonly TransactionType _type = new("topup");

    public static WalletId NewWallet(string name = "w") => new($"{name}-{Guid.NewGuid():N}");

    public static Amount Usd(Int128 cents) => new(cents, UsDollar);

    public static Amount Btc(Int128 satoshi) => new(satoshi, Bitcoin);

    /// <summary>An explicit key; without a text, one that is used nowhere else.</summary>
    public static CommandKey Key(string? text = null) =>
        CommandKey.FromService("test", text ?? Guid.NewGuid().ToString("N"));

    public static CommandContext Context(CommandKey? key = null, string reference = "ref-1") =>
        new(key ?? Key(), _type, new ReferenceId(reference));

    /// <summary>A context whose key is derived, as when the caller gave none.</summary>
    public static CommandContext Derived(WalletId wallet, string operation, string reference)
    {
        var name = new ReferenceId(reference);
        return new CommandContext(
            CommandKey.Derived(wallet, operation, _type, name), _type, name);
    }

    public static WalletCommand.Credit Credit(
        Amount amount, CommandContext? context = null, AccountKind account = AccountKind.Spot) =>
        new(context ?? Context(), account, amount, Cash);

    public static WalletCommand.Debit Debit(
        Amount amount, CommandContext? context = null, AccountKind account = AccountKind.Spot) =>
        new(context ?? Context(), account, amount, Cash);

    public static WalletCommand.Lock Lock(
        Amount amount, string hold, DateTimeOffset? expiresAt = null,
        AccountKind account = AccountKind.Spot, CommandKey? key = null) =>
        new(Context(key, hold), account, amount, expiresAt);

    public static WalletCommand.Unlock Unlock(
        string hold, Amount? amount = null, CommandKey? key = null) =>
        new(Context(key, hold), amount?.Currency ?? UsDollar, amount);

    public static WalletCommand.Release Release(
        string hold, Amount? amount = null, CommandKey? key = null) =>
        new(Context(key, hold), amount?.Currency ?? UsDollar, amount, Cash);

    public static WalletCommand.Transfer Transfer(
        WalletId to, Amount amount, CommandContext? context = null, string? hold = null) =>
        Transfer([new Posting(to, amount)], context, hold);

    public static WalletCommand.Transfer Transfer(
        IReadOnlyList<Posting> postings, CommandContext? context = null, string? hold = null) =>
        new(
            context ?? Context(), AccountKind.Spot, hold is null ? null : new ReferenceId(hold),
            postings);

    public static WalletCommand.Move Move(Amount amount, CommandContext? context = null) =>
        new(context ?? Context(), amount, AccountKind.Spot, AccountKind.Savings);

    public static WalletCommand.Freeze Freeze(CommandKey? key = null) => new(Context(key));

    public static WalletCommand.Unfreeze Unfreeze(CommandKey? key = null) => new(Context(key));

    public static WalletCommand.Close Close(CommandKey? key = null) => new(Context(key), false);
}
