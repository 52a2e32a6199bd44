using System.Globalization;
using System.Text.Json;
using OrleansWallet.Import.Reports;
using OrleansWallet.Import.Rows;
using Spectre.Console;

namespace OrleansWallet.Server.Imports;

/// <summary>An import's report as tables for a terminal.</summary>
internal static class ImportTables
{
    private const int RedirectedWidth = 200;

    public static void Write(IAnsiConsole console, ImportReport report, string? reportPath)
    {
        if (Console.IsOutputRedirected)
        {
            // Nobody's window: amounts stay in one piece.
            console.Profile.Width = RedirectedWidth;
        }

        console.Write(Collections(report));
        console.Write(Totals(report));
        console.Write(Accounts(report));
        WriteIgnored(console, report);
        WriteRows(
            console, "rejected", report.Logs.Rejected,
            row => $"{row.Place}: {Name(row.Reason)}: {row.Detail}");
        WriteRows(
            console, "failed", report.Logs.Failed,
            row => $"{row.Collection} of {row.User}: {row.Part} {row.Amount} {row.Currency}, "
                + row.Reason);
        foreach (var error in report.Errors)
        {
            console.MarkupLineInterpolated($"[red]error[/]: {error}");
        }

        console.WriteLine(Conclusion(report));
        if (reportPath is null && report.Logs.Rejected.Count + report.Logs.Rounded.Count > 0)
        {
            console.WriteLine("--report FILE writes every row that was rejected or rounded");
        }
    }

    private static Table Collections(ImportReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("collection")
            .AddColumn(Right("rows")).AddColumn(Right("balances"))
            .AddColumn(Right("of them zero")).AddColumn(Right("summed"))
            .AddColumn(Right("rounded")).AddColumn(Right("rejected"))
            .AddColumn(Right("amount unknown"));
        foreach (var c in report.Collections)
        {
            table.AddRow(
                c.Collection, Count(c.Rows), Count(c.Accepted),
                Count(c.Zero), Count(c.Summed), Count(c.Rounded),
                Warn(c.Rejected), Warn(c.AmountUnknown));
        }

        return table;
    }

    private static Table Totals(ImportReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("totals")
            .AddColumn("account").AddColumn("").AddColumn(Right("before"))
            .AddColumn(Right(report.IsDryRun ? "would be after" : "after"))
            .AddColumn(Right("held of it")).AddColumn(Right("rejected"))
            .AddColumn(Right("rounding")).AddColumn("");
        foreach (var t in report.Totals)
        {
            table.AddRow(
                t.Collection, t.Account, Markup.Escape(t.Currency), t.Before.ToString(),
                t.After.ToString(), t.Held.ToString(), t.Rejected.ToString(),
                t.Residue.ToString(), State(t));
        }

        return table;
    }

    private static Table Accounts(ImportReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("all collections")
            .AddColumn("").AddColumn(Right("before")).AddColumn(Right("after"))
            .AddColumn(Right("rejected")).AddColumn(Right("rounding"));
        foreach (var a in report.Accounts)
        {
            table.AddRow(
                a.Account, Markup.Escape(a.Currency), a.Before.ToString(), a.After.ToString(),
                a.Rejected.ToString(), a.Residue.ToString());
        }

        return table;
    }

    private static string State(TotalLine total) => total switch
    {
        { IsMatching: true } => "[green]ok[/]",
        { Difference.IsZero: true } => $"[red]{total.Locked} should be held[/]",
        _ => $"[red]off by {total.Difference}[/]",
    };

    private static void WriteIgnored(IAnsiConsole console, ImportReport report)
    {
        foreach (var c in report.Collections)
        {
            if (c.Assumed > 0)
            {
                console.WriteLine(
                    $"{c.Collection}: {Count(c.Assumed)} rows have a locked amount beside a "
                    + "balance; --balance-is says how to read them");
            }

            if (c.IgnoredFields.Count > 0)
            {
                console.WriteLine($"{c.Collection}: fields that were not read: "
                    + string.Join(", ", c.IgnoredFields.Select(f => $"{f.Key} ({f.Value})")));
            }
        }
    }

    private static void WriteRows<T>(
        IAnsiConsole console, string name, RowLog<T> log, Func<T, string> text)
    {
        foreach (var row in log.First)
        {
            console.MarkupLineInterpolated($"[yellow]{name}[/]: {text(row)}");
        }

        if (log.Count > log.First.Count)
        {
            console.WriteLine($"… and {Count(log.Count - log.First.Count)} more {name}");
        }
    }

    private static string Conclusion(ImportReport report)
    {
        var what = (report.IsWell, report.IsDryRun) switch
        {
            (true, true) => "would be imported; nothing was changed",
            (true, false) => "imported: every total is accounted for",
            (false, true) => "can't be imported; nothing was changed",
            (false, false) => "NOT imported as it should be",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Users:N0} users {what}. Commands: {report.CommandsDone:N0} done, "
            + $"{report.CommandsReplayed:N0} done by an earlier run, "
            + $"{report.CommandsFailed:N0} failed, in {report.Elapsed.TotalSeconds:F1} s");
    }

    private static string Warn(long count) =>
        count == 0 ? "0" : $"[yellow]{Count(count)}[/]";

    // As the JSON report has it.
    private static string Name(RowReason reason) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static TableColumn Right(string header) => new TableColumn(header).RightAligned();
}
