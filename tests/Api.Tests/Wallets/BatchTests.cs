using System.Text.Json;
using OrleansWallet.Api.Tests.Fakes;

namespace OrleansWallet.Api.Tests.Wallets;

public sealed class BatchTests(SharedWalletHost shared) : IClassFixture<SharedWalletHost>
{
    private readonly WalletHost _host = shared.Renew();
    private readonly WalletClient _service = shared.Host.As("service");

    [Fact]
    public async Task Continue_WhenSomeFail_AnswersEachInTheRequestsOrder()
    {
        var reply = await Batch(
            "continue",
            Op("credit", "ann", "10", "a"), Op("debit", "cat", "1", "b"),
            """{"operation":"dance","user_id":"ann"}""", Op("debit", "ann", "4", "c"), "7",
            """
            {"operation":"transfer","user_id":"ann","to_user":"bob","currency":"USD",
             "amount":"1","transfer_type":"t","reference_id":"d"}
            """,
            """{"operation":"credit","user_id":"ann","currency":9}""");

        var results = reply.Done().Json.GetProperty("results");
        Assert.Equal(
            [200, 422, 400, 200, 400, 200, 400],
            results.EnumerateArray().Select(r => r.GetProperty("status").GetInt32()));
        Assert.Equal(
            Enumerable.Range(0, 7),
            results.EnumerateArray().Select(r => r.GetProperty("index").GetInt32()));
        Assert.Equal("6.00", Receipt(results[3]).GetProperty("balance_after").GetString());
        Assert.Equal("5.00", Receipt(results[5]).GetProperty("balance_after").GetString());
        Assert.Equal(
            "insufficient_balance",
            results[1].GetProperty("error").GetProperty("code").GetString());
        Assert.True(results[2].GetProperty("error").GetProperty("errors")
            .TryGetProperty("operations[2].operation", out _));
        Assert.True(results[6].GetProperty("error").GetProperty("errors")
            .TryGetProperty("operations[6].currency", out _));
    }

    [Fact]
    public async Task Continue_WhenSentAgainWithItsKey_ReplaysEach()
    {
        string[] operations = [Op("credit", "ann", "10", "a"), Op("debit", "ann", "99", "b")];
        await Send("continue", "batch-1", operations);

        var again = (await Send("continue", "batch-1", operations)).Done();

        Assert.All(
            again.Json.GetProperty("results").EnumerateArray(),
            r => Assert.True(r.GetProperty("replayed").GetBoolean()));
        (await _service.Get("/api/wallets/operations?key=batch-1:0")).Done();
    }

    [Fact]
    public async Task Continue_WhenAnOperationHasItsOwnKey_TakesThat()
    {
        var operation = Op("credit", "ann", "10", "a").Insert(1, "\"idempotency_key\":\"mine\",");

        await Send("continue", "batch-1", operation);

        (await _service.Get("/api/wallets/operations?key=mine")).Done();
        (await _service.Get("/api/wallets/operations?key=batch-1:0")).Refused(404, "not_found");
    }

    [Fact]
    public async Task Atomic_WhenAllPass_AnswersEach()
    {
        var reply = await Batch(
            "atomic", Op("credit", "ann", "10", "a"), Op("debit", "ann", "4", "b"));

        var results = reply.Done().Json.GetProperty("results");
        Assert.Equal("6.00", Receipt(results[1]).GetProperty("balance_after").GetString());
    }

    [Fact]
    public async Task Atomic_WhenOneIsRefused_DoesNothing()
    {
        var reply = await Batch(
            "atomic", Op("credit", "ann", "10", "a"), Op("debit", "ann", "11", "b"));

        reply.Refused(422, "insufficient_balance");
        Assert.Empty(_host.Grid.Wallet(new("ann")).Entries);
    }

    [Fact]
    public async Task Atomic_WhenOfTwoWallets_Is400()
    {
        var reply = await Batch(
            "atomic", Op("credit", "ann", "10", "a"), Op("credit", "bob", "4", "b"));

        Assert.True(reply.Refused(400, "validation_failed").Json.GetProperty("errors")
            .TryGetProperty("operations[1]", out _));
        Assert.Empty(_host.Grid.Wallet(new("ann")).Entries);
    }

    [Fact]
    public async Task Atomic_WhenAFieldIsBad_NamesItsPlaceAndDoesNothing()
    {
        var reply = await Batch(
            "atomic", Op("credit", "ann", "10", "a"), Op("credit", "ann", "-4", "b"));

        Assert.True(reply.Refused(400, "invalid_amount").Json.GetProperty("errors")
            .TryGetProperty("operations[1].amount", out _));
        Assert.Empty(_host.Grid.Wallet(new("ann")).Entries);
    }

    [Fact]
    public async Task Atomic_WhenTwoHaveOneKey_Is400() =>
        (await Batch("atomic", Op("credit", "ann", "10", "a"), Op("credit", "ann", "10", "a")))
            .Refused(400, "validation_failed");

    [Theory]
    [InlineData("""{"mode":"continue"}""")]
    [InlineData("""{"mode":"continue","operations":[]}""")]
    [InlineData("""{"mode":"some","operations":[{}]}""")]
    [InlineData("""{"operations":[{}]}""")]
    public async Task Batch_WhenItsFrameIsBad_Is400(string body) =>
        (await _service.Post("/api/wallets/batch", body)).Refused(400, "validation_failed");

    [Fact]
    public async Task Batch_WhenTooLong_Is400() =>
        (await Batch("continue", [.. Enumerable.Repeat("{}", 1001)]))
            .Refused(400, "validation_failed");

    private static JsonElement Receipt(JsonElement result) => result.GetProperty("receipt");

    private static string Op(string operation, string user, string amount, string reference) =>
        $$"""
        {"operation":"{{operation}}","user_id":"{{user}}","currency":"USD","amount":"{{amount}}",
         "transaction_type":"t","reference_id":"{{reference}}"}
        """;

    private Task<WalletReply> Batch(string mode, params string[] operations) =>
        Send(mode, null, operations);

    private Task<WalletReply> Send(string mode, string? key, params string[] operations) =>
        _service.Post(
            "/api/wallets/batch",
            $$"""{"mode":"{{mode}}","operations":[{{string.Join(",", operations)}}]}""", key);
}
