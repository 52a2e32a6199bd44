using System.CommandLine;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Import;
using OrleansWallet.Import.Posting;
using OrleansWallet.Import.Rows;
using OrleansWallet.Import.Sources;
using OrleansWallet.Server.Imports;

namespace OrleansWallet.Server.Commands;

/// <summary><c>import</c>: brings the balances of the old wallet service into the grid.</summary>
internal static class ImportCommand
{
    private const string Help =
        """
        Bring the balances of the old wallet service into the grid; exit code 1 unless every total
        is accounted for exactly: before = after + rejected + rounding.

        Reads exports of its five collections: a JSON array or one object a line, plain or gzipped.
        Numbers may be plain, texts, or MongoDB's extended JSON ({"$numberDecimal": "1.5"}).
        Fields, in any letter case and with or without underscores:
          user       user_id, trader_id, user; without, _id
          currency   currency, asset, coin, symbol
          available  available, available_balance; balance, amount
          total      total, total_balance
          locked     locked, locked_balance, locked_amount, in_escrow, escrow, escrow_balance
          savings    savings, savings_balance
          nested     balances: {"BTC": {"available": …, "locked": …}}, {"BTC": 0.5} or an array
        Safe to stop at any moment and to run again. docs/migration.md tells more.
        """;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR")
        {
            Description = "Holds <collection>.json, .ndjson or .jsonl, each maybe with .gz",
            Arity = ArgumentArity.ZeroOrOne,
        };
        folder.AcceptExistingOnly();
        var files = OldCollections.All.ToDictionary(c => c, FileOption);
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Read and report; change nothing, need no database",
        };
        var report = new Option<FileInfo?>("--report")
        {
            Description = "Write everything to this file as JSON, every rejected row included",
        };
        var locked = Choice(
            "--locked", "hold", "available", "Whether locked amounts are held or can be spent");
        var balance = Choice(
            "--balance-is", "available", "total",
            "What 'balance' or 'amount' means beside a locked amount, in rows that name neither an "
            + "available nor a total one");
        var inFlight = Number("--in-flight", 1000, "Balances that are credited at a time");
        var retry = Number("--retry-seconds", 60, "How long to ask again while the database is away");

        var command = new Command("import", Help);
        command.Add(folder);
        foreach (var file in files.Values)
        {
            command.Add(file);
        }

        foreach (var option in (Option[])[dryRun, report, locked, balance, inFlight, retry])
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => CommandRunner.Run(() =>
            ImportRunner.Run(
                new ImportOptions
                {
                    Files = FindFiles(
                        parsed.GetValue(folder),
                        files.ToDictionary(f => f.Key, f => parsed.GetValue(f.Value))),
                    LockedPolicy = Enum.Parse<LockedPolicy>(
                        parsed.GetRequiredValue(locked), ignoreCase: true),
                    BalanceMeaning = Enum.Parse<BalanceMeaning>(
                        parsed.GetRequiredValue(balance), ignoreCase: true),
                    InFlightMax = parsed.GetValue(inFlight),
                    RetryLimit = TimeSpan.FromSeconds(parsed.GetValue(retry)),
                },
                parsed.GetValue(dryRun),
                parsed.GetValue(report)?.FullName,
                cancellationToken)));
        return command;
    }

    // A file that is named goes before the folder's.
    private static SourceFile[] FindFiles(
        DirectoryInfo? folder, Dictionary<OldCollection, FileInfo?> named)
    {
        try
        {
            var found = folder is null ? [] : SourceFolder.Find(folder.FullName);
            SourceFile[] files =
            [
                .. named.Where(n => n.Value is not null)
                    .Select(n => new SourceFile(n.Key, n.Value!.FullName)),
                .. found.Where(f => named[f.Collection] is null),
            ];
            return files.Length > 0
                ? files
                : throw new SettingException(
                    "There is nothing to import: name a folder that holds exports, or a file");
        }
        catch (SourceException e)
        {
            throw new SettingException(e.Message, e);
        }
    }

    private static Option<FileInfo> FileOption(OldCollection collection)
    {
        var name = collection.Name();
        return new Option<FileInfo>($"--{name.Replace('_', '-')}")
        {
            Description = $"The export of {name}",
        }.AcceptExistingOnly();
    }

    private static Option<string> Choice(
        string name, string value, string otherValue, string what)
    {
        var option = new Option<string>(name)
        {
            Description = what,
            DefaultValueFactory = _ => value,
        };
        return option.AcceptOnlyFromAmong(value, otherValue);
    }

    private static Option<int> Number(string name, int value, string what)
    {
        var option = new Option<int>(name) { Description = what, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) < 1)
            {
                result.AddError($"{name} is not 1 or more");
            }
        });
        return option;
    }
}
