using System.Globalization;
using System.Numerics;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Verification;
using Spectre.Console;

namespace OrleansWallet.Server;

/// <summary>A verification's report as tables for a terminal.</summary>
internal static class VerificationTables
{
    public static void Write(
        IAnsiConsole console, VerificationReport report, CurrencyRegistry currencies)
    {
        console.Write(Books(report, currencies));
        console.Write(Checks(report));
        foreach (var check in report.Checks)
        {
            foreach (var example in check.Examples)
            {
                console.MarkupLineInterpolated(
                    $"[{(check.IsNotice ? "yellow" : "red")}]{check.Name}[/]: {example.ToString()}");
            }
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(report.IsClean ? "clean" : $"{report.Breaches} breaches")}"
            + $"{(report.Notices == 0 ? "" : $", {report.Notices} notices")}, as of {report.At:O}, "
            + $"in {report.Elapsed.TotalSeconds:F1} s"));
    }

    private static Table Books(VerificationReport report, CurrencyRegistry currencies)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("books")
            .AddColumn(Right("in wallets")).AddColumn(Right("under way"))
            .AddColumn(Right("world in")).AddColumn(Right("world out"))
            .AddColumn(Right("difference"));
        foreach (var books in report.Books)
        {
            table.AddRow(
                books.Currency,
                Sum(books.Wallets, books, currencies), Sum(books.UnderWay, books, currencies),
                Sum(books.WorldIn, books, currencies), Sum(books.WorldOut, books, currencies),
                Sum(books.Difference, books, currencies));
        }

        return table;
    }

    private static Table Checks(VerificationReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("check")
            .AddColumn(Right("looked at")).AddColumn("").AddColumn(Right("breaches"))
            .AddColumn("");
        foreach (var check in report.Checks)
        {
            table.AddRow(
                Markup.Escape(check.Name),
                check.Looked.ToString("N0", CultureInfo.InvariantCulture),
                check.Unit,
                check.Breaches.ToString("N0", CultureInfo.InvariantCulture),
                Verdict(check));
        }

        return table;
    }

    private static string Verdict(VerificationCheck check) => check switch
    {
        { IsClean: true } => "[green]ok[/]",
        { IsNotice: true } => "[yellow]look[/]",
        _ => "[red]BROKEN[/]",
    };

    private static TableColumn Right(string header) => new TableColumn(header).RightAligned();

    // Sums of all wallets may pass what one amount can hold.
    private static string Sum(
        BigInteger minor, CurrencyBooks books, CurrencyRegistry currencies)
    {
        var scale = currencies.TryGet(books.Currency, out var currency) ? currency.Scale : 0;
        var digits = BigInteger.Abs(minor).ToString(CultureInfo.InvariantCulture)
            .PadLeft(scale + 1, '0');
        var whole = digits[..^scale];
        return (minor.Sign < 0 ? "-" : "") + (scale == 0 ? whole : $"{whole}.{digits[^scale..]}");
    }
}
