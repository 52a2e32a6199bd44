namespace OrleansWallet.Api.Tests.Flows;

/// <summary>Top-ups that an admin approves, over HTTP.</summary>
public sealed class TopUpTests(Market market) : IClassFixture<Market>
{
    [Fact]
    public async Task TopUp_WhenItIsApproved_IsCredited()
    {
        var user = await market.Join();
        var asked = await user.Post("/transactions/topup", new { amount = "25.50", currency = "USD" });
        Assert.Equal("pending", asked.Require(201)["status"]);
        Assert.Equal("0/0", await user.Balance("USD"));

        (await user.Patch($"/transactions/topup/{asked["id"]}/process", new { status = "success" })).Require(403);
        var done = await market.Admin.Patch(
            $"/transactions/topup/{asked["id"]}/process", new { status = "success", admin_notes = "cash" });

        Assert.Equal("success", done.Require(200)["status"]);
        Assert.Equal("25.5/0", await user.Balance("USD"));
    }

    [Fact]
    public async Task TopUp_WhenItIsRefused_ChangesNothing()
    {
        var user = await market.Join();
        var asked = await user.Post("/transactions/topup", new { amount = "5", currency = "USD" });

        var refused = await market.Admin.Patch(
            $"/transactions/topup/{asked["id"]}/process", new { status = "failed", admin_notes = "no" });

        Assert.Equal("failed", refused.Require(200)["status"]);
        Assert.Equal("0/0", await user.Balance("USD"));
    }

    [Fact]
    public async Task Process_When200ComeAtOnce_CreditsOnce()
    {
        var user = await market.Join();
        var asked = await user.Post("/transactions/topup", new { amount = "5", currency = "USD" });

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => market.Admin.Patch(
            $"/transactions/topup/{asked["id"]}/process",
            new { status = i % 2 == 0 ? "success" : "failed" })));

        Assert.Contains(await user.Balance("USD"), new[] { "5/0", "0/0" });
        await market.RequireSound();
    }
}
