using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class CommandContextTests
{
    [Fact]
    public void Context_WhenNoteAndMetadataFit_GoIntoEveryEntry()
    {
        var note = new string('\u20AC', CommandContext.NoteLengthMax);
        var context = Make.Context() with { Note = note, Metadata = """{"a":1}""" };

        var then = StateCommandTable.State("funded")
            .When(Make.Move(Make.Usd(1)) with { Context = context });

        Assert.All(
            then.Entries, e => Assert.Equal((note, """{"a":1}"""), (e.Note, e.Metadata)));
    }

    [Fact]
    public void Context_WhenANoteCantBeStoredAsItIsHashed_IsRefused()
    {
        string[] notes = ["\0", "a\uD83D", new('n', CommandContext.NoteLengthMax + 1)];

        Assert.All(notes, note =>
        {
            Assert.Throws<ArgumentException>(() => Make.Context() with { Note = note });
            Assert.Throws<ArgumentException>(() => Construct(note, null));
        });
    }

    [Fact]
    public void Context_WhenMetadataCantBeStoredAsItIsHashed_IsRefused()
    {
        string[] texts =
        [
            "{\"a\":\"\0\"}", "{\"a\":\"\uDE00\"}",
            "{\"a\":\"" + new string('\u20AC', CommandContext.MetadataBytesMax / 3) + "\"}",
        ];

        Assert.All(texts, text =>
        {
            Assert.Throws<ArgumentException>(() => Make.Context() with { Metadata = text });
            Assert.Throws<ArgumentException>(() => Construct(null, text));
        });
    }

    private static CommandContext Construct(string? note, string? metadata)
    {
        var context = Make.Context();
        return new CommandContext(context.Key, context.Type, context.Reference, note, metadata);
    }
}
