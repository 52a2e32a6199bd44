using System.Globalization;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Tests.Ids;

public class CommandKeyTests
{
    private static readonly WalletId _alice = new("alice");
    private static readonly TransactionType _topup = new("topup");
    private static readonly ReferenceId _reference = new("ref-1");

    public static TheoryData<string?> InvalidKeys() =>
        [null, "", " ", "a b", "a\0", "a\t", "a\u007F", "\u00E9", new string('k', 256)];

    public static IEnumerable<CommandKey> OneOfEachOrigin() =>
    [
        CommandKey.FromUser("alice", "k"),
        CommandKey.FromService("shop", "k"),
        CommandKey.FromProcess("trade:1", "escrow"),
        CommandKey.FromPosting(_alice, 7, "accept"),
        CommandKey.Derived(_alice, "credit", _topup, _reference),
    ];

    [Theory]
    [InlineData("k")]
    [InlineData("!~")]
    [InlineData("6f1c2b1e-6d5d-4d39-a4a4-1f3b7a0a5b11")]
    [InlineData("a/b:c")]
    public void FromUser_WhenKeyIsPrintableAscii_IsTaken(string key)
    {
        Assert.True(CommandKey.IsValidKey(key));
        Assert.EndsWith(key, CommandKey.FromUser("alice", key).Text, StringComparison.Ordinal);
        Assert.EndsWith(key, CommandKey.FromService("shop", key).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(InvalidKeys))]
    public void Factories_WhenKeyIsInvalid_Throw(string? key)
    {
        Assert.False(CommandKey.IsValidKey(key));
        Assert.Throws<ArgumentException>(() => CommandKey.FromUser("alice", key!));
        Assert.Throws<ArgumentException>(() => CommandKey.FromService("shop", key!));
        Assert.Throws<ArgumentException>(() => CommandKey.FromProcess("trade:1", key!));
    }

    [Theory]
    [MemberData(nameof(InvalidKeys))]
    [InlineData("a/b")]
    public void Factories_WhenTheOwnerIsInvalid_Throw(string? owner)
    {
        Assert.Throws<ArgumentException>(() => CommandKey.FromUser(owner!, "k"));
        Assert.Throws<ArgumentException>(() => CommandKey.FromService(owner!, "k"));
        Assert.Throws<ArgumentException>(() => CommandKey.FromProcess(owner!, "k"));
        Assert.Throws<ArgumentException>(() => CommandKey.FromPosting(_alice, 1, owner!));
        Assert.Throws<ArgumentException>(
            () => CommandKey.Derived(_alice, owner!, _topup, _reference));
    }

    [Fact]
    public void Factories_WhenAnIdIsDefault_Throw()
    {
        Assert.Throws<InvalidOperationException>(
            () => CommandKey.FromPosting(default, 1, "accept"));
        Assert.Throws<InvalidOperationException>(
            () => CommandKey.Derived(default, "credit", _topup, _reference));
        Assert.Throws<InvalidOperationException>(
            () => CommandKey.Derived(_alice, "credit", default, _reference));
        Assert.Throws<InvalidOperationException>(
            () => CommandKey.Derived(_alice, "credit", _topup, default));
    }

    [Fact]
    public void Text_WhenDefault_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => default(CommandKey).Text);
        Assert.Throws<InvalidOperationException>(() => default(CommandKey).Hash());
    }

    [Fact]
    public void IsExplicit_IsFalseForADerivedKeyOnly()
    {
        Assert.Equal(Enum.GetValues<KeyOrigin>(), OneOfEachOrigin().Select(k => k.Origin));
        Assert.All(
            OneOfEachOrigin(), k => Assert.Equal(k.Origin != KeyOrigin.Derived, k.IsExplicit));
    }

    [Fact]
    public void TryParse_WhenTextOfAKey_GivesThatKey()
    {
        foreach (var key in OneOfEachOrigin())
        {
            Assert.True(CommandKey.TryParse(key.Text, out var parsed));
            Assert.Equal(key, parsed);
            Assert.Equal(key.Origin, parsed.Origin);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("u")]
    [InlineData("ref")]
    [InlineData("u:")]
    [InlineData("U:alice/k")]
    [InlineData(" u:alice/k")]
    [InlineData("u:alice/k ")]
    [InlineData("u:alice/\0")]
    [InlineData("other:alice/k")]
    public void TryParse_WhenNotAKey_IsFalse(string? text)
    {
        Assert.False(CommandKey.TryParse(text, out var key));
        Assert.Equal(default, key);
    }

    [Fact]
    public void TryParse_WhenTooLong_IsFalse() =>
        Assert.False(CommandKey.TryParse("u:" + new string('k', 800), out _));

    [Fact]
    public void TryParse_WhenTheLongestKeys_TakesThem()
    {
        var owner = new string('o', CommandKey.LengthMax);
        var key = new string('k', CommandKey.LengthMax);
        var id = new string('i', IdText.LengthMax);

        Assert.True(CommandKey.TryParse(CommandKey.FromProcess(owner, key).Text, out _));
        Assert.True(CommandKey.TryParse(
            CommandKey.Derived(
                new(id), "transfer", new(new string('t', 64)), new(id)).Text, out _));
    }

    [Fact]
    public void Hash_IsStable()
    {
        var hash = CommandKey.FromService("shop", "order-1").Hash();

        // The first 128 bits of SHA-256 over "svc:shop/order-1"; journaled for ever.
        Assert.Equal(
            "81af51769ec21a4d22000c80ba3c186b",
            hash.ToString("x32", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(0, "u:alice/k")]
    [InlineData(1, "svc:shop/k")]
    [InlineData(2, "proc:trade:1/escrow")]
    [InlineData(3, "post:alice/7/accept")]
    [InlineData(4, "ref:credit/topup/alice/ref-1")]
    public void Text_IsStable(int origin, string text) =>
        Assert.Equal(text, OneOfEachOrigin().ElementAt(origin).Text);

    [Fact]
    public void Text_WhenOfTheGridsOwnCommands_IsStable()
    {
        var expiry = CommandKey.OfExpiry(_alice, _reference, DateTimeOffset.UnixEpoch);
        var reversal = CommandKey.OfReversal(_alice, 7);

        Assert.Equal("ref:expiry/alice/ref-1/621355968000000000", expiry.Text);
        Assert.Equal("ref:reversal/alice/7", reversal.Text);
        Assert.False(expiry.IsExplicit || reversal.IsExplicit);
    }
}
