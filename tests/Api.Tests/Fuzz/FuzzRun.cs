using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OrleansWallet.Api.Tests.Requests;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Verification;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>Bad calls, one after the other, on one server; a few wrong answers end it.</summary>
internal sealed class FuzzRun(TestGrid grid, FuzzSettings settings)
{
    private const int CasesPerScene = 120;
    private const int FailuresMax = 4;

    private readonly IReadOnlyList<ApiRoute> _routes = ApiRoute.All(grid);
    private readonly NpgsqlDataSource _database = grid.Services.GetRequiredService<NpgsqlDataSource>();
    private readonly List<string> _failures = [];
    private Scene? _scene;
    private JournalState? _before;

    /// <summary>How many answers had each status; 0 counts connections that broke.</summary>
    public SortedDictionary<int, int> Statuses { get; } = [];

    /// <returns>The number of the case after the last.</returns>
    public async Task<int> Run(int first, int count, Stopwatch watch)
    {
        var number = first;
        for (; number < first + count && watch.Elapsed < settings.Duration; number++)
        {
            await RunCase(number);
            if (_failures.Count >= FailuresMax)
            {
                break;
            }
        }

        Assert.True(_failures.Count == 0, string.Join("\n\n", _failures));
        await CheckEnd();
        return number;
    }

    private async Task RunCase(int number)
    {
        if (_scene is null || number % CasesPerScene == 0)
        {
            _scene = await Scene.Create(grid, _scene);
            _before = null;
        }

        _before ??= await JournalState.ReadAtRest(_database);
        var route = _routes[number % _routes.Count];
        var request = RequestMutator.Mutate(settings.Case(number), _scene, route);
        RawAnswer? answer = null;
        string? wrong;
        try
        {
            answer = await RawClient.Send(grid.Http.BaseAddress!, request);
            wrong = AnswerRules.Check(request, answer, route.IsHub)
                ?? await CheckState(route, request, answer);
        }
        catch (OperationCanceledException)
        {
            wrong = "the server hangs";
        }

        if (wrong is not null)
        {
            _failures.Add(Describe(wrong, number, route, request, answer));
            _scene = null;
        }

        var status = answer?.Status ?? 0;
        Statuses[status] = Statuses.GetValueOrDefault(status) + 1;
    }

    private async Task<string?> CheckState(ApiRoute route, RawRequest request, RawAnswer? answer)
    {
        if (answer is { Status: < 400 })
        {
            // It may have ended what the scene lives from: a token, a password, a wallet.
            _scene = Samples.Find(route)!.EndsScene ? null : _scene;
            _before = null;
            return null;
        }

        var mayRecord = answer?.Status is 409 or 422 || (request.HasKey && answer?.Status is 404);
        var after = await JournalState.Read(_database);
        var difference = _before!.Differs(after, mayRecord);
        _before = after;
        return difference is null ? null : "a refused call changed something: " + difference;
    }

    private async Task CheckEnd()
    {
        using var health = await grid.Get("/health");
        Assert.True(health.IsSuccessStatusCode, "the server is not well after the run");
        await Scene.Create(grid);
        var currencies = grid.Services.GetRequiredService<CurrencyRegistry>();
        var report = await new Verifier(_database, currencies).Run(null, default);
        Assert.True(
            report.IsClean,
            $"seed {settings.Seed}: {string.Join("; ", report.Checks.Where(c => !c.IsClean))}");
        Assert.True(grid.Errors.Count == 0, string.Join('\n', grid.Errors));
    }

    private string Describe(
        string wrong, int number, ApiRoute route, RawRequest request, RawAnswer? answer) =>
        $"""
        {wrong}
        seed {settings.Seed}, case {number}, {route.Name}
        ----- asked
        {request}
        ----- answered
        {answer?.Head}
        {answer?.Text}
        ----- errors in the log
        {string.Join('\n', grid.Errors)}
        """;
}
