using OrleansWallet.Simulation.Teeth;

namespace OrleansWallet.Simulation.Tests.Teeth;

/// <summary>
/// The simulator finds bugs that are planted into a copy of the product. Here those that it finds
/// soon, so that a test run stays short; <c>scripts/simulate --teeth</c> hunts all of them.
/// </summary>
public sealed class TeethTests
{
    private const ulong SoonSeeds = 8;
    private const int SeedsMax = 150;
    private const int Steps = 600;

    [Fact]
    public void Simulator_WhenABugIsPlanted_FindsIt()
    {
        var repository = TeethRun.FindRepository();
        var run = new TeethRun(repository);
        var page = File.ReadAllText(
            Path.Combine(TeethRun.MutationFolder(repository), TeethTable.FileName));
        var soon = TeethTable.CaughtWithin(page, SoonSeeds);
        run.Build();

        var bites = run.Hunt(
            run.Mutations.Where(m => soon.Contains(m.Name)), SeedsMax, Steps, _ => { });

        Assert.True(bites.Count >= 20, $"only {bites.Count} mutations were hunted");
        Assert.Empty(bites.Where(b => b.Seed is null).Select(TeethTable.Line));
    }

    [Fact]
    public void Readme_OfTheRepository_HasTheSeedsOfTheMutationsPage()
    {
        var repository = TeethRun.FindRepository();
        var page = File.ReadAllLines(
            Path.Combine(TeethRun.MutationFolder(repository), TeethTable.FileName));
        var readme = File.ReadAllLines(Path.Combine(repository, "README.md"));

        // Without what caught it.
        var rows = TableOf(page).Select(line => string.Join('|', line.Split('|')[..4]) + "|").ToList();

        Assert.NotEmpty(rows);
        Assert.Equal(rows, TableOf(readme));
        Assert.Contains(readme, line => line.StartsWith(
            $"<summary>{rows.Count} planted bugs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("once or twice", "one or twice", "nowhere")]
    [InlineData("a, and a", "a", "twice or more")]
    public void Mutation_WhenItsSnippetIsNotThereOnce_IsNotPlanted(
        string text, string snippet, string why)
    {
        var edit = new MutationEdit("File.cs", snippet, "b");

        var error = Assert.Throws<PlantingException>(
            () => Planting.Apply(edit.File, text, [("rotten", edit)]));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutations_WhenTheyShareLines_AreBothPlanted()
    {
        var first = new MutationEdit("File.cs", "return a && b;", "return (x || a) && b;");
        var second = new MutationEdit("File.cs", "return a && b;", "return a && (y || b);");

        var text = Planting.Apply("File.cs", "{ return a && b; }", [("one", first), ("two", second)]);

        Assert.Equal("{ return (x || a) && (y || b); }", text);
    }

    [Fact]
    public void Mutation_WhenAnEditDoesNotAskForIt_IsRefused()
    {
        const string text = "Breaks something\n\n@@ a.cs\n<<<<\nold\n====\nnew\n>>>>\n";

        Assert.Throws<PlantingException>(() => Mutation.Parse("bare", text));
    }

    private static IEnumerable<string> TableOf(string[] lines) => lines
        .SkipWhile(line => !line.StartsWith("| mutation |", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith("| ", StringComparison.Ordinal));
}
