using OrleansWallet.Api.Tests.Requests;

namespace OrleansWallet.Api.Tests.Authorization;

/// <summary>Who may call what: every route, by real calls, against a table to read.</summary>
public sealed class AuthorizationTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    private readonly TestGrid _grid = fixture.Grid;

    [Fact]
    public void Route_WhenItIsMapped_HasARuleOfItsOwn()
    {
        var without = ApiRoute.All(_grid).Where(r => !r.HasRule).Select(r => r.Name);

        Assert.True(
            !without.Any(),
            "add RequireAuthorization(policy) or AllowAnonymous() to\n" + string.Join('\n', without));
    }

    [Fact]
    public async Task Route_WhenEachRoleCalls_AnswersAsTheTableSays()
    {
        var expected = AuthorizationTable.Read();
        var routes = ApiRoute.All(_grid);
        var wrong = expected.Keys.Except(routes.Select(r => r.Name))
            .Select(name => $"gone, remove its line: {name}").ToList();
        var scene = await Scene.Create(_grid);
        foreach (var route in routes)
        {
            var classes = new List<string>();
            foreach (var role in Roles.All)
            {
                classes.Add(await Call(scene, route, role));
                // What has worked once may have taken away what it needs.
                scene = Samples.Find(route)!.EndsScene ? await Scene.Create(_grid) : scene;
            }

            var line = AuthorizationTable.Line(route, classes);
            if (expected.GetValueOrDefault(route.Name) is not { } wanted)
            {
                wrong.Add($"not in {AuthorizationTable.FileName}; if this is as it should be, add:\n"
                    + line);
            }
            else if (wanted != line)
            {
                wrong.Add($"expected {wanted}\n     got {line}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<string> Call(Scene scene, ApiRoute route, string role)
    {
        var sample = Samples.Find(route)
            ?? throw new InvalidOperationException($"{route.Name} has no sample: add one to Samples");
        var namesSomebody = sample.Text(route).Contains("{user_id}", StringComparison.Ordinal);
        if (role == Roles.Other && !namesSomebody)
        {
            return AuthorizationTable.DoesNotApply;
        }

        var request = scene.Request(route, sample, role);
        var answer = await RawClient.Send(_grid.Http.BaseAddress!, request);
        Assert.True(answer is { Status: < 500 or 503 }, $"{request}\n\n{answer}");
        return answer.Status is 401 or 403 ? $"{answer.Status}" : AuthorizationTable.Allowed;
    }
}
