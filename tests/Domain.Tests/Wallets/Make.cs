using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

/// <summary>Commands with everything filled in that a test does not care about.</summary>
internal static class Make
{
    public const string HoldName = "hold-1";

    public static readonly Currency Dollar = CurrencyRegistry.Default["USD"];
    public static readonly Currency Bitcoin = CurrencyRegistry.Default["BTC"];
    public static readonly WalletId Alice = new("alice");
    public static readonly WalletId Bob = new("bob");
    public static readonly WalletId Carol = new("carol");
    public static readonly Counterparty Cash = new("world:cash");
    public static readonly EntryLink Source = new(9, 4);

    /// <summary>Cents.</summary>
    public static Amount Usd(Int128 minor) => new(minor, Dollar);

    /// <summary>Satoshi.</summary>
    public static Amount Btc(Int128 minor) => new(minor, Bitcoin);

    public static CommandContext Context(string reference = HoldName, bool derivedKey = false)
    {
        var type = new TransactionType("test");
        var name = new ReferenceId(reference);
        var key = derivedKey
            ? CommandKey.Derived(Alice, "test", type, name)
            : CommandKey.FromService("tests", "k");
        return new CommandContext(key, type, name);
    }

    public static WalletCommand.Credit Credit(
        Amount amount, AccountKind account = AccountKind.Spot) =>
        new(Context(), account, amount, Cash);

    public static WalletCommand.Debit Debit(
        Amount amount, AccountKind account = AccountKind.Spot) =>
        new(Context(), account, amount, Cash);

    public static WalletCommand.Lock Lock(
        Amount amount, string hold = HoldName, DateTimeOffset? expiresAt = null,
        AccountKind account = AccountKind.Spot) =>
        new(Context(hold), account, amount, expiresAt);

    public static WalletCommand.Unlock Unlock(
        Amount? amount = null, string hold = HoldName, bool derivedKey = false) =>
        new(Context(hold, derivedKey), amount?.Currency ?? Dollar, amount);

    public static WalletCommand.Release Release(
        Amount? amount = null, string hold = HoldName, bool derivedKey = false) =>
        new(Context(hold, derivedKey), amount?.Currency ?? Dollar, amount, Cash);

    public static WalletCommand.Transfer Send(params Posting[] postings) =>
        new(Context("transfer-1"), AccountKind.Spot, null, postings);

    public static WalletCommand.Transfer SendFromHold(
        Posting[] postings, string hold = HoldName, bool derivedKey = false) =>
        new(Context("transfer-1", derivedKey), AccountKind.Spot, new ReferenceId(hold), postings);

    public static Posting To(WalletId wallet, Amount amount) => new(wallet, amount);

    public static WalletCommand.Accept Accept(Amount amount) =>
        new(Context("transfer-1"), amount, Bob, Source);

    public static WalletCommand.Return Return(
        Amount amount, string? hold = null, DateTimeOffset? holdExpiresAt = null,
        AccountKind account = AccountKind.Spot) =>
        new(Context("transfer-1"), account, amount, Bob, Source,
            hold is null ? null : new ReferenceId(hold), holdExpiresAt);

    public static WalletCommand.Move Move(
        Amount amount, AccountKind from = AccountKind.Spot, AccountKind to = AccountKind.Savings) =>
        new(Context(), amount, from, to);

    public static WalletCommand.Expire Expire(string hold = HoldName) => new(Context(hold));

    public static WalletCommand.Reverse Reverse(Entry original) =>
        new(Context("reversal-1"), original, new EntryLink(1, original.Seq));

    public static WalletCommand.Freeze Freeze() => new(Context());

    public static WalletCommand.Unfreeze Unfreeze() => new(Context());

    public static WalletCommand.Close Close(bool postingsUnderWay = false) =>
        new(Context(), postingsUnderWay);
}
