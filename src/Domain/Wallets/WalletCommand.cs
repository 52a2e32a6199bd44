using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>Everything that a wallet can be asked to do. Closed: the nested records are all.</summary>
public abstract record WalletCommand
{
    private WalletCommand(CommandContext context) => Context = context;

    public CommandContext Context { get; init; }

    /// <summary>World → available.</summary>
    public sealed record Credit(
        CommandContext Context, AccountKind Account, Amount Amount, Counterparty From)
        : WalletCommand(Context);

    /// <summary>Available → world.</summary>
    public sealed record Debit(
        CommandContext Context, AccountKind Account, Amount Amount, Counterparty To)
        : WalletCommand(Context);

    /// <summary>Available → a hold named by the reference.</summary>
    public sealed record Lock(
        CommandContext Context, AccountKind Account, Amount Amount, DateTimeOffset? ExpiresAt)
        : WalletCommand(Context);

    /// <summary>The hold named by the reference → available; no amount means all of it.</summary>
    public sealed record Unlock(CommandContext Context, Currency Currency, Amount? Amount)
        : WalletCommand(Context);

    /// <summary>The hold named by the reference → world; no amount means all of it.</summary>
    public sealed record Release(
        CommandContext Context, Currency Currency, Amount? Amount, Counterparty To)
        : WalletCommand(Context);

    /// <summary>
    /// Available of <paramref name="Account"/>, or <paramref name="Hold"/> when it is given →
    /// one or several wallets. All postings are of one currency.
    /// </summary>
    public sealed record Transfer(
        CommandContext Context, AccountKind Account, ReferenceId? Hold,
        IReadOnlyList<Posting> Postings)
        : WalletCommand(Context);

    /// <summary>The other end of a posting: another wallet's posting → available.</summary>
    public sealed record Accept(
        CommandContext Context, Amount Amount, WalletId From, EntryLink Source)
        : WalletCommand(Context);

    /// <summary>
    /// A posting's way back after its destination's committed refusal: available of
    /// <paramref name="Account"/>, or the hold that it came from.
    /// </summary>
    public sealed record Return(
        CommandContext Context, AccountKind Account, Amount Amount, WalletId From,
        EntryLink Source, ReferenceId? Hold, DateTimeOffset? HoldExpiresAt)
        : WalletCommand(Context);

    /// <summary>Available of one own account → available of the other.</summary>
    public sealed record Move(
        CommandContext Context, Amount Amount, AccountKind From, AccountKind To)
        : WalletCommand(Context);

    /// <summary>The hold named by the reference, past its time → available.</summary>
    public sealed record Expire(CommandContext Context) : WalletCommand(Context);

    /// <summary>A new entry that undoes <paramref name="Original"/>, never an edit.</summary>
    /// <param name="Original">The transaction's first entry; null when there is none.</param>
    public sealed record Reverse(CommandContext Context, Entry? Original, EntryLink Source)
        : WalletCommand(Context);

    public sealed record Freeze(CommandContext Context) : WalletCommand(Context);

    public sealed record Unfreeze(CommandContext Context) : WalletCommand(Context);

    /// <param name="PostingsUnderWay">Whether money sent from here has not arrived yet.</param>
    public sealed record Close(CommandContext Context, bool PostingsUnderWay)
        : WalletCommand(Context);
}
