using System.Globalization;
using Spectre.Console;

namespace OrleansWallet.Bench.Results;

/// <summary>The rows for people.</summary>
internal static class BenchTable
{
    public static Table Create(IEnumerable<BenchRow> rows)
    {
        var table = new Table().Border(TableBorder.Markdown)
            .AddColumns("", "value", "peer", "ratio", "goal", "met");
        foreach (var column in table.Columns.Skip(1))
        {
            column.RightAligned().NoWrap();
        }

        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Name), Text(row.Value), Text(row.Peer), Text(row.Ratio),
                Text(row.Goal), row.Met switch { true => "yes", false => "no", null => "" });
        }

        return table;
    }

    private static string Text(Goal? goal) => goal is null
        ? ""
        : (goal.AtMost ? "≤ " : "≥ ") + Text((double?)goal.Value);

    /// <returns>Three digits that count, e.g. <c>0.613</c>, <c>36.2</c>, <c>21400</c>.</returns>
    internal static string Text(double? value) => value switch
    {
        null => "",
        { } large when Math.Abs(large) >= 100 => large.ToString("0", CultureInfo.InvariantCulture),
        { } middle when Math.Abs(middle) >= 10 =>
            middle.ToString("0.0", CultureInfo.InvariantCulture),
        { } small => small.ToString("0.0##", CultureInfo.InvariantCulture),
    };
}
