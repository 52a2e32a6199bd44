using System.Diagnostics;
using System.Globalization;
using System.Text;
using OrleansWallet.Api.Tests.Requests;
using Xunit.Abstractions;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>Bad messages to the hub: others must not notice.</summary>
public sealed class HubFuzzTests(GridFixture fixture, ITestOutputHelper output)
    : IClassFixture<GridFixture>
{
    private const int ConnectionsMax = 400;
    private const int FramesMax = 5;
    private const string Ping = "{\"type\":1,\"invocationId\":\"end\",\"target\":\"nothing\",\"arguments\":[]}";

    private static readonly string[] _innards =
        ["   at ", "System.", "Microsoft.", "Npgsql", "OrleansWallet.", ".cs:line"];

    // The framework's own words about a message that is none; it closes the connection.
    private const string ClosedBadly = "SignalR.HubConnectionHandler[2] Error when processing requests.";

    private readonly TestGrid _grid = fixture.Grid;

    [Fact]
    public async Task Messages_WhenTheyAreBad_DisturbNobodyElse()
    {
        var settings = FuzzSettings.Read() with { Duration = TimeSpan.FromSeconds(15) };
        var scene = await Scene.Create(_grid);
        await using var witness = await Connect(scene, Roles.Other);
        await witness.ShakeHands();
        Assert.True(await witness.Hears("balance_initial"));
        var watch = Stopwatch.StartNew();
        var (opened, lasted) = (0, 0);
        for (; opened < ConnectionsMax && watch.Elapsed < settings.Duration; opened++)
        {
            lasted += await Attack(
                settings.Case(opened), scene, $"seed {settings.Seed}, connection {opened}") ? 1 : 0;
        }

        output.WriteLine($"{lasted} of {opened} connections lasted to their end");
        await witness.Send(Encoding.UTF8.GetBytes(Ping + HubSocket.End));
        Assert.True(await witness.Hears("\"invocationId\":\"end\""), "the witness was cut off");
        var errors = _grid.Errors.Where(e => !IsBadMessage(e)).ToList();
        Assert.True(errors.Count == 0, $"seed {settings.Seed}\n{string.Join('\n', errors)}");
    }

    [Theory]
    [InlineData("""{"epoch":"e","version":-1}""")]
    [InlineData("""{"epoch":"e","version":9223372036854775808}""")]
    [InlineData("""{"epoch":"e","version":"1"}""")]
    [InlineData("""{"epoch":"\ud800","version":1}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Resume_WhenThePositionIsAbsurd_AnswersByAnError(string position)
    {
        var scene = await Scene.Create(_grid);
        await using var hub = await Connect(scene, Roles.Self);
        await hub.ShakeHands();

        await hub.Send(Encoding.UTF8.GetBytes(
            $$"""{"type":1,"invocationId":"1","target":"resume","arguments":[{{position}}]}"""
            + HubSocket.End));

        Assert.True(await hub.Hears("\"invocationId\":\"1\""), hub.Heard);
        Assert.Contains("\"target\":\"error\"", hub.Heard, StringComparison.Ordinal);
        Assert.Contains("validation_failed", hub.Heard, StringComparison.Ordinal);
    }

    /// <returns>False when the server closed the connection.</returns>
    private async Task<bool> Attack(Random random, Scene scene, string name)
    {
        await using var hub = await Connect(scene, Roles.Self);
        var sent = new List<string>();
        var deaf = false;
        if (random.Next(6) == 0)
        {
            var handshake = HubFrames.Handshake(random);
            sent.Add(Encoding.Latin1.GetString(handshake));
            await hub.Send(handshake);
        }
        else
        {
            await hub.ShakeHands();
        }

        for (var call = random.Next(1, FramesMax); call > 0; call--)
        {
            var (bytes, type) = HubFrames.Next(random, call);
            sent.Add($"{type} {Encoding.Latin1.GetString(bytes)}");
            await hub.Send(bytes, type);
            deaf |= HubFrames.IsOfUnknownType(bytes);
        }

        if (deaf)
        {
            // The framework gets no further than a message of a type that it does not know: from
            // there on this client is heard no more, and only the others matter.
            return false;
        }

        var context = string.Create(CultureInfo.InvariantCulture, $"{name}\n{string.Join('\n', sent)}");
        var lasted = false;
        try
        {
            // Either it answers all, or it has closed the connection.
            lasted = await PingUntilAnswered(hub);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"no answer and still open: {context}\n{hub.Heard}");
        }

        Assert.True(
            !_innards.Any(i => hub.Heard.Contains(i, StringComparison.Ordinal)),
            $"it tells of its inside: {context}\n{hub.Heard}");
        return lasted;
    }

    private static async Task<bool> PingUntilAnswered(HubSocket hub)
    {
        var hearing = hub.Hears("\"invocationId\":\"end\"");
        do
        {
            await hub.Send(Encoding.UTF8.GetBytes(Ping + HubSocket.End));
        }
        while (await Task.WhenAny(hearing, Task.Delay(300)) != hearing);
        return await hearing;
    }

    private Task<HubSocket> Connect(Scene scene, string role) =>
        HubSocket.Connect(_grid.Http.BaseAddress!, scene.Token(role)!);

    private static bool IsBadMessage(string error) =>
        error.Contains(ClosedBadly, StringComparison.Ordinal)
        && error.Contains("System.IO.InvalidDataException", StringComparison.Ordinal);
}
