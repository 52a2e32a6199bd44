using System.Diagnostics;
using OrleansWallet.Api.Tests.Requests;
using Xunit.Abstractions;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>Bad calls of every endpoint: see <see cref="FuzzSettings"/> for longer runs.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    // A new database now and then keeps the checks after each call quick.
    private const int CasesPerServer = 2_000;

    [Fact]
    public async Task Calls_WhenTheyAreBad_AreRefusedAndChangeNothing()
    {
        var settings = FuzzSettings.Read();
        // Starting servers does not count: every run gets to its calls.
        var watch = new Stopwatch();
        var next = 0;
        while (watch.Elapsed < settings.Duration && next < settings.CasesMax)
        {
            await using var database = await TestDatabase.Create();
            await using var grid = await StartGrid(database);
            var run = new FuzzRun(grid, settings);
            watch.Start();
            next = await run.Run(
                next, Math.Min(CasesPerServer, settings.CasesMax - next), watch);
            watch.Stop();
            output.WriteLine(
                $"seed {settings.Seed}, {next} cases: "
                + string.Join(", ", run.Statuses.Select(s => $"{s.Value} x {s.Key}")));
        }
    }

    /// <summary>Without it the mutants would be refused for another reason than their own.</summary>
    [Fact]
    public async Task Sample_WhenItIsSentAsItIs_Succeeds()
    {
        await using var database = await TestDatabase.Create();
        await using var grid = await StartGrid(database);
        var routes = ApiRoute.All(grid);
        var wrong = Samples.Names.Except(routes.Select(r => r.Name))
            .Select(name => $"{name}: there is no such route any more").ToList();
        foreach (var route in routes)
        {
            if (Samples.Find(route) is not { } sample)
            {
                wrong.Add($"{route.Name}: has no sample, add one to {nameof(Samples)}");
                continue;
            }

            var scene = await Scene.Create(grid);
            var request = scene.Request(route, sample, sample.By);
            var answer = await RawClient.Send(grid.Http.BaseAddress!, request);
            if (answer is not { Status: < 400 } && !sample.MayFail)
            {
                wrong.Add($"{route.Name}: {answer}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // Recovery would change the journal between two calls, and nobody here is to be slowed down.
    private static Task<TestGrid> StartGrid(TestDatabase database) =>
        TestGrid.Start(
            database.ConnectionString, null,
            ("Grains:RecoveryInterval", "01:00:00"),
            ("RateLimit:PerSecond", "1000000"), ("RateLimit:Burst", "1000000"));
}
