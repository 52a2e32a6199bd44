using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>One line of a wallet's history.</summary>
[GenerateSerializer, Alias("wallet.entry"), Immutable]
internal struct EntrySurrogate
{
    [Id(0)]
    public long Seq;

    [Id(1)]
    public int Kind;

    [Id(2)]
    public int Account;

    [Id(3)]
    public AmountSurrogate? Amount;

    [Id(4)]
    public Int128 Available;

    [Id(5)]
    public Int128 Locked;

    [Id(6)]
    public string Type;

    [Id(7)]
    public string Reference;

    [Id(8)]
    public string? Counterparty;

    [Id(9)]
    public string? Hold;

    [Id(10)]
    public DateTimeOffset? ExpiresAt;

    [Id(11)]
    public string? Note;

    [Id(12)]
    public string? Metadata;

    [Id(13)]
    public int Leg;

    [Id(14)]
    public LinkSurrogate? Link;

    [Id(15)]
    public DateTimeOffset At;

    [Id(16)]
    public byte[] Hash;

    public static EntrySurrogate Of(Entry entry) => new()
    {
        Seq = entry.Seq,
        Kind = (int)entry.Kind,
        Account = (int)entry.Account,
        Amount = AmountSurrogate.Of(entry.Amount),
        Available = entry.Available,
        Locked = entry.Locked,
        Type = entry.Type.Value,
        Reference = entry.Reference.Value,
        Counterparty = entry.Counterparty?.Value,
        Hold = entry.Hold?.Value,
        ExpiresAt = entry.ExpiresAt,
        Note = entry.Note,
        Metadata = entry.Metadata,
        Leg = entry.Leg,
        Link = LinkSurrogate.Of(entry.Link),
        At = entry.At,
        Hash = entry.Hash.ToArray(),
    };

    public static EntrySurrogate[] Of(IReadOnlyList<Entry> entries)
    {
        var all = new EntrySurrogate[entries.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Of(entries[i]);
        }

        return all;
    }

    public static Entry[] Read(EntrySurrogate[] all, CurrencyRegistry currencies) =>
        Array.ConvertAll(all, entry => entry.Read(currencies));

    public readonly Entry Read(CurrencyRegistry currencies) => new()
    {
        Seq = Seq,
        Kind = (EntryKind)Kind,
        Account = (AccountKind)Account,
        Amount = Amount?.Read(currencies),
        Available = Available,
        Locked = Locked,
        Type = new TransactionType(Type),
        Reference = new ReferenceId(Reference),
        Counterparty = Counterparty is null ? null : new Counterparty(Counterparty),
        Hold = Hold is null ? null : new ReferenceId(Hold),
        ExpiresAt = ExpiresAt,
        Note = Note,
        Metadata = Metadata,
        Leg = Leg,
        Link = Link?.Read(),
        At = At,
        Hash = new EntryHash(Hash),
    };
}
