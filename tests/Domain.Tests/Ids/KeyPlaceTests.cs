using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Tests.Ids;

/// <summary>Keys that are made one after another lie side by side in the journal's index.</summary>
public class KeyPlaceTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 28, 10, 0, 0, TimeSpan.Zero);
    private static readonly WalletId _alice = new("alice");

    [Fact]
    public void Hash_WhenAKeyBeginsWithAUuidOfVersion7_BeginsWithItsSecond()
    {
        var uuid = Guid.CreateVersion7(_now.AddMilliseconds(999)).ToString();
        CommandKey[] keys =
        [
            .. Keys(uuid), .. Keys($"{uuid}:17"), CommandKey.FromUser("alice", $"{uuid}/a/b"),
        ];

        Assert.All(keys, key => Assert.Equal((uint)_now.ToUnixTimeSeconds(), Lead(key)));
    }

    [Fact]
    public void Hash_WhenUuidsOfVersion7FollowEachOther_Rises()
    {
        var hashes = Enumerable.Range(0, 100)
            .Select(i => Guid.CreateVersion7(_now.AddSeconds(i)).ToString())
            .Select(key => CommandKey.FromUser("alice", key).Hash()).ToList();

        Assert.Equal(hashes.Order(), hashes);
    }

    [Fact]
    public void Hash_WhenTheUuidIsTheSame_TellsCallersOriginsAndSpellingsApart()
    {
        var uuid = Guid.CreateVersion7(_now).ToString();
        var hashes = Keys(uuid).Concat(Keys(uuid.ToUpperInvariant()))
            .Append(CommandKey.FromUser("bob", uuid)).Select(k => k.Hash()).ToList();

        Assert.Equal(hashes.Distinct(), hashes);
    }

    [Theory]
    [InlineData("6f1c2b1e-6d5d-4d39-a4a4-1f3b7a0a5b11")]
    [InlineData("019ace2a-6c00-7d39-a4a4-1f3b7a0a5b1g")]
    [InlineData("019ace2a6c007d39a4a41f3b7a0a5b11")]
    [InlineData("order-019ace2a-6c00-7d39-a4a4-1f3b7a0a5b11")]
    [InlineData("order-1")]
    public void Hash_WhenAKeyBeginsWithNoUuidOfVersion7_IsItsDigest(string key)
    {
        foreach (var one in Keys(key))
        {
            Assert.Equal(Digest.Of(one.Text), one.Hash());
        }
    }

    [Fact]
    public void Hash_OfAWalletsPostings_SharesItsLeadWithSomeHundredsAndRises()
    {
        var leads = Enumerable.Range(0, 1024)
            .Select(seq => Lead(CommandKey.FromPosting(_alice, seq, "accept"))).ToList();

        Assert.Equal(leads.Order(), leads);
        Assert.Equal([256, 256, 256, 256], leads.CountBy(l => l).Select(l => l.Value));
    }

    [Fact]
    public void EarlierOf_FindsTheDigestOfAKeyThatHasALead()
    {
        CommandKey[] keys =
        [
            .. Keys(Guid.CreateVersion7(_now).ToString()),
            CommandKey.FromPosting(_alice, 7, "accept"),
        ];

        Assert.All(keys, key =>
        {
            var (first, last) = KeyPlace.EarlierOf(key.Hash());
            Assert.NotEqual(key.Digest(), key.Hash());
            Assert.InRange(key.Digest(), first, last);
            Assert.Equal(uint.MaxValue, (uint)(last - first));
        });
    }

    [Fact]
    public void Hash_OfAPosting_TellsItsEndsAndSourcesApart()
    {
        CommandKey[] keys =
        [
            CommandKey.FromPosting(_alice, 7, "accept"),
            CommandKey.FromPosting(_alice, 7, "return"),
            CommandKey.FromPosting(_alice, 7 + (1L << 32), "accept"),
            CommandKey.FromPosting(new("bob"), 7, "accept"),
        ];

        Assert.Equal(keys.Length, keys.Select(k => k.Hash()).Distinct().Count());
    }

    [Theory]
    [InlineData("post:alice")]
    [InlineData("post:alice/7")]
    [InlineData("post:alice/seven/accept")]
    [InlineData("post:alice/-7/accept")]
    [InlineData("post:alice/99999999999999999999/accept")]
    public void Hash_WhenALookUpNamesNoPosting_IsItsDigest(string text)
    {
        Assert.True(CommandKey.TryParse(text, out var key));
        Assert.Equal(Digest.Of(text), key.Hash());
    }

    private static CommandKey[] Keys(string key) =>
    [
        CommandKey.FromUser("alice", key),
        CommandKey.FromService("shop", key),
        CommandKey.FromProcess("trade:1", key),
        CommandKey.Derived(_alice, "credit", new("topup"), new(key)),
    ];

    private static uint Lead(CommandKey key) => (uint)(key.Hash() >> 96);
}
