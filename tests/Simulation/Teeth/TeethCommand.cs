using System.CommandLine;
using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Runs;

namespace OrleansWallet.Simulation.Teeth;

/// <summary>The command line of the planted bugs: plant them, hunt one, hunt them all.</summary>
internal static class TeethCommand
{
    public static IEnumerable<Command> CreateAll() => [CreatePlant(), CreateHunt(), CreateTeeth()];

    private static Command CreatePlant()
    {
        var to = new Option<string>("--to")
        {
            Description = "Where the mutated copy goes",
            DefaultValueFactory = _ => Path.Combine(
                TeethRun.FindRepository(), TeethRun.CopyFolder),
        };
        var command = new Command("plant", "Writes a copy of the sources with every mutation") { to };
        command.SetAction(parsed => Guarded(() =>
        {
            var repository = TeethRun.FindRepository();
            new MutantCopy(repository, parsed.GetValue(to)!)
                .Plant(Mutation.ReadAll(TeethRun.MutationFolder(repository)));
            return 0;
        }));
        return command;
    }

    private static Command CreateHunt()
    {
        var (seeds, steps) = Bounds();
        var command = new Command("hunt", "Runs seeds until one fails; prints it with its invariant")
        {
            seeds, steps,
        };
        command.SetAction(parsed =>
        {
            for (ulong seed = 1; seed <= (ulong)parsed.GetValue(seeds); seed++)
            {
                var result = new World(
                    new SimOptions(seed, parsed.GetValue(steps), FaultKinds.All)).Run();
                if (!result.IsClean)
                {
                    Console.WriteLine(Bite.Line(seed, result.Invariant));
                    Console.Error.WriteLine(result.Failure!.Message);
                    return 1;
                }
            }

            return 0;
        });
        return command;
    }

    private static Command CreateTeeth()
    {
        var (seeds, steps) = Bounds();
        var table = new Option<bool>("--table")
        {
            Description = "Print the table as Markdown, and write it beside the mutations",
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Hunt these mutations and no others",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("teeth", "Plants each mutation alone; all must be caught")
        {
            seeds, steps, table, only,
        };
        command.SetAction(parsed => Guarded(() => Hunt(
            parsed.GetValue(seeds), parsed.GetValue(steps), parsed.GetValue(table),
            parsed.GetValue(only) ?? [])));
        return command;
    }

    private static int Hunt(int seeds, int steps, bool table, string[] only)
    {
        var repository = TeethRun.FindRepository();
        var run = new TeethRun(repository);
        Console.Error.WriteLine($"Building {run.Mutations.Count} mutations");
        run.Build();
        var bites = run.Hunt(
            run.Mutations.Where(m => only.Length == 0 || only.Contains(m.Name)), seeds, steps, Tell);
        if (table)
        {
            var markdown = TeethTable.Markdown(bites, seeds, steps);
            Console.Write(markdown);
            File.WriteAllText(
                Path.Combine(TeethRun.MutationFolder(repository), TeethTable.FileName),
                TeethTable.Page(markdown));
        }

        var survived = bites.Where(b => b.Seed is null).Select(b => b.Mutation!.Name).ToList();
        Console.Error.WriteLine(survived.Count == 0
            ? $"all {bites.Count} mutations were caught"
            : $"{survived.Count} of {bites.Count} survived: {string.Join(", ", survived)}");
        return survived.Count == 0 ? 0 : 1;
    }

    private static void Tell(Bite bite) => Console.Error.WriteLine(TeethTable.Line(bite));

    private static (Option<int> Seeds, Option<int> Steps) Bounds() => (
        new Option<int>("--seeds")
        {
            Description = "How many seeds at most",
            DefaultValueFactory = _ => 2000,
        },
        new Option<int>("--steps")
        {
            Description = "Commands a seed",
            DefaultValueFactory = _ => 600,
        });

    private static int Guarded(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (PlantingException e)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }
}
