using FsCheck;
using FsCheck.Fluent;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Tests.Properties;

namespace OrleansWallet.Domain.Tests.Ids;

/// <summary>Keys of different callers or inputs are different, whatever their parts hold.</summary>
public class CommandKeyCollisionTests
{
    private static readonly string[] _origins = ["u", "svc", "proc", "post", "expiry", "ref"];

    [Fact]
    public void FromUser_WhenTwoUsers_NeverCollides() =>
        Assert.NotEqual(CommandKey.FromUser("a", "b:c"), CommandKey.FromUser("a:b", "c"));

    [Fact]
    public void Derived_WhenTwoWallets_NeverCollides() =>
        Assert.NotEqual(Derived("platform", "fees:1"), Derived("platform:fees", "1"));

    [Fact]
    public void AnyTwoKeys_AreEqual_WhenTheirOriginAndPartsAre() =>
        Checks.Run(PartsOfTwo().ToArbitrary(), pair =>
        {
            var same = pair.One.SequenceEqual(pair.Other);
            Assert.Equal(same, KeyOf(pair.One).Text == KeyOf(pair.Other).Text);
            Assert.Equal(same, KeyOf(pair.One).Hash() == KeyOf(pair.Other).Hash());
        });

    // The same words, divided at two places: what a separator within ids would mix up.
    private static Gen<(string[] One, string[] Other)> PartsOfTwo() =>
        from words in Gen.Elements("a", "1", "x:").ArrayOf(4)
        from origin in Gen.Elements(_origins)
        from otherOrigin in Gen.Frequency(
            (4, Gen.Constant(origin)), (1, Gen.Elements(_origins)))
        from one in Gen.Choose(1, 3)
        from other in Gen.Choose(1, 3)
        select (Divide(origin, words, one), Divide(otherOrigin, words, other));

    private static string[] Divide(string origin, string[] words, int at) =>
        [origin, string.Join(':', words[..at]), string.Join(':', words[at..])];

    private static CommandKey KeyOf(string[] parts) => parts[0] switch
    {
        "u" => CommandKey.FromUser(parts[1], parts[2]),
        "svc" => CommandKey.FromService(parts[1], parts[2]),
        "proc" => CommandKey.FromProcess(parts[1], parts[2]),
        "post" => CommandKey.FromPosting(new(parts[1]), 1, parts[2]),
        "expiry" => CommandKey.OfExpiry(new(parts[1]), new(parts[2]), DateTimeOffset.UnixEpoch),
        _ => Derived(parts[1], parts[2]),
    };

    private static CommandKey Derived(string wallet, string reference) =>
        CommandKey.Derived(new(wallet), "credit", new("topup"), new(reference));
}
