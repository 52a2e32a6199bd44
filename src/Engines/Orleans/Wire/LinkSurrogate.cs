using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Points to an entry.</summary>
[GenerateSerializer, Alias("wallet.link"), Immutable]
internal readonly struct LinkSurrogate(long walletNo, long seq)
{
    [Id(0)]
    public readonly long WalletNo = walletNo;

    [Id(1)]
    public readonly long Seq = seq;

    public static LinkSurrogate Of(EntryLink link) => new(link.WalletNo, link.Seq);

    public static LinkSurrogate? Of(EntryLink? link) => link is { } l ? Of(l) : null;

    public EntryLink Read() => new(WalletNo, Seq);
}
