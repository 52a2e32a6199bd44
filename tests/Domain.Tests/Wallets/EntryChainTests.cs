using System.Reflection;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class EntryChainTests
{
    private static readonly EntryHash _previous =
        new([.. Enumerable.Range(0, EntryHash.Size).Select(i => (byte)i)]);

    private static readonly Entry _full = new()
    {
        Seq = 7,
        Kind = EntryKind.Locked,
        Account = AccountKind.Savings,
        Amount = Make.Usd(2550),
        Available = Amount.BalanceMax,
        Locked = 2550,
        Type = new TransactionType("p2p_escrow"),
        Reference = new ReferenceId("trade-1"),
        Counterparty = new Counterparty("world:cash"),
        Hold = new ReferenceId("hold-1"),
        ExpiresAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddMicroseconds(678901),
        Note = "\u017Elu\u0165 \U0001F4B0",
        Metadata = """{"a":1}""",
        Leg = 258,
        Link = new EntryLink(9, 4),
        At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMicroseconds(1),
    };

    private static readonly Entry _bare = new()
    {
        Seq = 1,
        Kind = EntryKind.Frozen,
        Type = new TransactionType("test"),
        Reference = new ReferenceId("ref-1"),
        At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    /// <summary>One other value, and none where there may be none, of each field.</summary>
    private static readonly Dictionary<string, Entry[]> _changed = new()
    {
        ["Seq"] = [_full with { Seq = 8 }, _full with { Seq = 7 + (1L << 40) }],
        ["Kind"] = [_full with { Kind = EntryKind.Unlocked }],
        ["Account"] = [_full with { Account = AccountKind.Spot }],
        ["Amount"] =
        [
            _full with { Amount = Make.Usd(2551) }, _full with { Amount = Make.Btc(2550) },
            _full with { Amount = Make.Usd(0) }, _full with { Amount = null },
        ],
        ["Available"] = [_full with { Available = 0 }, _full with { Available = 1 }],
        ["Locked"] = [_full with { Locked = 2551 }, _full with { Locked = (Int128)1 << 100 }],
        ["Type"] = [_full with { Type = new("p2p_fee") }],
        ["Reference"] = [_full with { Reference = new("trade-2") }],
        ["Counterparty"] =
            [_full with { Counterparty = new("world:card") }, _full with { Counterparty = null }],
        ["Hold"] = [_full with { Hold = new("hold-2") }, _full with { Hold = null }],
        ["ExpiresAt"] =
        [
            _full with { ExpiresAt = _full.ExpiresAt!.Value.AddMicroseconds(1) },
            _full with { ExpiresAt = DateTimeOffset.UnixEpoch }, _full with { ExpiresAt = null },
        ],
        ["Note"] =
            [_full with { Note = "x" }, _full with { Note = "" }, _full with { Note = null }],
        ["Metadata"] =
        [
            _full with { Metadata = """{"a":1.0}""" }, _full with { Metadata = "" },
            _full with { Metadata = null },
        ],
        ["Leg"] = [_full with { Leg = 2 }, _full with { Leg = 0 }],
        ["Link"] =
        [
            _full with { Link = new(9, 5) }, _full with { Link = new(4, 9) },
            _full with { Link = null },
        ],
        ["At"] = [_full with { At = _full.At.AddMicroseconds(1) }],
    };

    public static TheoryData<string> Fields() => [.. HashedFields()];

    [Fact]
    public void Next_IsPinned_SoThatWrittenHistoriesStayValid()
    {
        // Both made by another program from the format that EntryChain documents.
        Assert.Equal(
            "0a6613c65813a387bbf3b44bc0e78558a156a9acd9ab531082bf5c3f4719d3ba",
            EntryChain.Next(Make.Alice, _previous, _full).ToString());
        Assert.Equal(
            "f6d893b345470777d3f27ea3d2ac21cd67b988d1c5edcbdb0f17343c99e77b56",
            EntryChain.Next(Make.Bob, default, _bare).ToString());
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Next_WhenAFieldChanges_IsAnother(string field)
    {
        Assert.True(_changed.ContainsKey(field), $"{field} is not tested: is it hashed?");
        var hashes = _changed[field].Append(_full)
            .Select(e => EntryChain.Next(Make.Alice, _previous, e)).ToArray();

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Next_WhenWalletOrPreviousHashChanges_IsAnother()
    {
        var hash = EntryChain.Next(Make.Alice, _previous, _full);

        Assert.NotEqual(hash, EntryChain.Next(Make.Bob, _previous, _full));
        Assert.NotEqual(hash, EntryChain.Next(Make.Alice, hash, _full));
        Assert.NotEqual(hash, EntryChain.Next(Make.Alice, default, _full));
    }

    [Fact]
    public void Next_WhenTextMovesToItsNeighbour_IsAnother()
    {
        var one = _full with { Note = "ab", Metadata = "c" };
        var other = _full with { Note = "a", Metadata = "bc" };

        Assert.NotEqual(
            EntryChain.Next(Make.Alice, default, one), EntryChain.Next(Make.Alice, default, other));
    }

    [Fact]
    public void Next_DoesNotReadTheEntrysOwnHash() =>
        Assert.Equal(
            EntryChain.Next(Make.Alice, _previous, _full),
            EntryChain.Next(Make.Alice, _previous, _full with { Hash = _previous }));

    [Fact]
    public void Next_WhenLongestTexts_FitsItsBuffer()
    {
        var id = new string('i', IdText.LengthMax);
        var longest = _full with
        {
            Type = new TransactionType(new string('t', TransactionType.LengthMax)),
            Reference = new ReferenceId(id),
            Counterparty = new Counterparty(id),
            Hold = new ReferenceId(id),
            Note = new string('\u20AC', CommandContext.NoteLengthMax),
            Metadata = new string('m', CommandContext.MetadataBytesMax),
        };

        var hash = EntryChain.Next(new WalletId(id), _previous, longest);

        Assert.Equal(hash, EntryChain.Next(new WalletId(id), _previous, longest));
        Assert.NotEqual(
            hash, EntryChain.Next(new WalletId(id), _previous, longest with { Leg = 0 }));
    }

    private static IEnumerable<string> HashedFields() =>
        typeof(Entry).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.Name != nameof(Entry.Hash)).Select(p => p.Name);
}
