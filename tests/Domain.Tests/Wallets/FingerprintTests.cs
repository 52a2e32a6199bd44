using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class FingerprintTests
{
    public static TheoryData<string, string> Texts() => new()
    {
        { "Credit", "hold-1|credit|Spot|USD|10|world:cash" },
        { "Debit", "hold-1|debit|Spot|USD|10|world:cash" },
        { "LockSame", "hold-1|lock|Spot|USD|10" },
        { "Unlock", "hold-1|unlock|USD|all" },
        { "UnlockPart", "hold-1|unlock|USD|USD|10" },
        { "Release", "hold-1|release|USD|all|world:cash" },
        { "ReleasePart", "hold-1|release|USD|USD|10|world:cash" },
        { "Transfer", "transfer-1|transfer|Spot||bob|USD|10|carol|USD|20" },
        { "TransferHold", "transfer-1|transfer|Spot|hold-1|bob|USD|10|carol|USD|20" },
        { "Accept", "transfer-1|accept|USD|10|bob|9.4" },
        { "Return", "transfer-1|return|Spot|USD|10|bob|9.4|" },
        { "ReturnToHold", "transfer-1|return|Spot|USD|10|bob|9.4|hold-1" },
        { "Move", "hold-1|move|USD|10|Spot|Savings" },
        { "Expire", "hold-1|expire" },
        { "ReverseCredit", "reversal-1|reverse|1" },
        { "Freeze", "hold-1|freeze" },
        { "Unfreeze", "hold-1|unfreeze" },
        { "Close", "hold-1|close" },
    };

    public static TheoryData<string> Commands() => [.. StateCommandTable.Commands.Keys];

    public static TheoryData<string> CommandTypes() =>
        [.. typeof(WalletCommand).GetNestedTypes().Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Of_IsPinned_SoThatOldKeysStillMatchTheirInput(string command, string text) =>
        Assert.Equal(
            Digest.Of("alice|test|" + text),
            Fingerprint.Of(Make.Alice, StateCommandTable.Commands[command].Command));

    [Fact]
    public void Of_WhenCommandsDiffer_Differs()
    {
        var all = StateCommandTable.Commands.Where(c => c.Key != "CloseUnderWay")
            .Select(c => c.Value.Command).ToArray();
        var different = all.Select(c => Fingerprint.Of(Make.Alice, c)).Distinct();

        // Reversals are told apart by their link alone, and two rows reverse the second entry.
        Assert.Equal(all.Length - 1, different.Count());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Of_WhenWalletTypeOrReferenceDiffers_Differs(string command)
    {
        var asked = StateCommandTable.Commands[command].Command;
        var context = asked.Context;
        WalletCommand[] others =
        [
            asked with { Context = context with { Type = new("other") } },
            asked with { Context = context with { Reference = new("other") } },
        ];

        var fingerprints = others.Select(c => Fingerprint.Of(Make.Alice, c))
            .Append(Fingerprint.Of(Make.Alice, asked)).Append(Fingerprint.Of(Make.Bob, asked));

        Assert.Equal(4, fingerprints.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Of_WhenOnlyKeyNoteOrMetadataDiffers_IsTheSame(string command)
    {
        var asked = StateCommandTable.Commands[command].Command;
        var again = asked with
        {
            Context = asked.Context with
            {
                Key = CommandKey.FromUser("alice", "other"),
                Note = "other",
                Metadata = """{"other":1}""",
            },
        };

        Assert.Equal(Fingerprint.Of(Make.Alice, asked), Fingerprint.Of(Make.Alice, again));
    }

    [Theory]
    [MemberData(nameof(CommandTypes))]
    public void Of_WhenOneInputDiffers_DiffersUnlessARetryMayComputeItAnew(string type)
    {
        var properties = typeof(WalletCommand).GetNestedType(type)!.GetProperties()
            .Where(p => p.Name != nameof(WalletCommand.Context)).ToArray();
        var variants = FingerprintVariants.All.Where(v => v.Base.GetType().Name == type).ToArray();

        foreach (var variant in variants)
        {
            var changed = Assert.Single(
                properties,
                p => !Equals(p.GetValue(variant.Base), p.GetValue(variant.Changed)));
            var same = Fingerprint.Of(Make.Alice, variant.Base)
                == Fingerprint.Of(Make.Alice, variant.Changed);
            Assert.True(
                same != FingerprintVariants.Differs(type, changed.Name),
                $"{type}.{changed.Name}: {variant.Changed}");
        }

        foreach (var property in properties)
        {
            Assert.True(
                variants.Any(v =>
                    !Equals(property.GetValue(v.Base), property.GetValue(v.Changed))),
                $"{type}.{property.Name} has no variant: does a fingerprint hold it?");
        }
    }
}
