using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Replay;
using OrleansWallet.LoadTest.Replay.Verification;

namespace OrleansWallet.LoadTest.Tests;

public sealed class RowPosterTests
{
    private const string UnderWay =
        """{"transaction_id":"5-1","status":"in_progress","balance_after":"1.00"}""";

    [Fact]
    public async Task Post_WhenATransferIsUnderWay_WaitsForItsEnd()
    {
        using var grid = new StubGrid(
            (200, UnderWay),
            (200, $$"""{"transaction":{{UnderWay}},"entries":[]}"""),
            (200, """{"transaction":{"transaction_id":"5-1","status":"completed"}}"""));
        var counts = new ReplayCounts();

        await PostAsync(grid, counts);

        Assert.Equal(1, counts.Rows);
        Assert.Equal(1, counts.InProgress);
        Assert.Equal(3, grid.Calls.Count);
    }

    [Fact]
    public async Task Post_WhenATransferComesBack_Fails()
    {
        using var grid = new StubGrid(
            (200, UnderWay),
            (200, """{"transaction":{"transaction_id":"5-1","status":"returned"}}"""));

        await Assert.ThrowsAsync<ReplayFailedException>(() => PostAsync(grid, new ReplayCounts()));
    }

    private static async Task PostAsync(StubGrid grid, ReplayCounts counts)
    {
        using var client = new GridClient(
            grid.Root, new Credentials("a@b", "c"),
            new Patience(TimeSpan.FromSeconds(30), TimeProvider.System));
        using var lane = new GridLane(client);
        await lane.SignInAsync(CancellationToken.None);
        var poster = new RowPoster(
            new RowRequests(client.Routes, "cz-", BankText.Czk), counts, new Mismatches(),
            TimeProvider.System);
        var row = BankText.Account7.Rows.Single(r => r.IsTransferIn);
        await poster.PostAsync(
            lane, BankText.Account7 with { Rows = [row] }, CancellationToken.None);
    }
}
