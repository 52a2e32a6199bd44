using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class EveryStateEveryCommandTests
{
    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        var rows = StateCommandTable.Outcomes.Split('\n').Select(Words).ToArray();
        foreach (var row in rows[1..])
        {
            Assert.Equal(rows[0].Length, row.Length);
            for (var i = 1; i < row.Length; i++)
            {
                cells.Add(rows[0][i], row[0], row[i]);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Wallet_WhenInAState_AnswersACommandAsTheTableSays(
        string state, string command, string outcome)
    {
        var given = StateCommandTable.State(state);
        var (asked, kinds) = StateCommandTable.Commands[command];

        var then = given.When(asked);

        if (outcome != "ok")
        {
            then.ThenRefused(StateCommandTable.Refusals[outcome]);
            return;
        }

        then.ThenAccepted(kinds);
        WalletInvariants.AssertHold(then.State, [.. given.History, .. then.Entries]);
    }

    [Fact]
    public void Table_NamesEveryCommand()
    {
        var all = typeof(WalletCommand).GetNestedTypes().Select(t => t.Name);
        var tabled = StateCommandTable.Commands.Values.Select(c => c.Command.GetType().Name);

        Assert.NotEmpty(all);
        Assert.Equal(all.Order(), tabled.Distinct().Order());
    }

    [Fact]
    public void Table_HasARowForEachCommandThatItMakes()
    {
        var rows = StateCommandTable.Outcomes.Split('\n').Skip(1).Select(r => Words(r)[0]);

        Assert.Equal(StateCommandTable.Commands.Keys, rows);
    }

    [Fact]
    public void Table_MeetsEveryKindOfEntry()
    {
        var kinds = StateCommandTable.Commands.Values.SelectMany(c => c.Kinds).Distinct();

        Assert.Equal(Enum.GetValues<EntryKind>(), kinds.Order());
    }

    private static string[] Words(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
