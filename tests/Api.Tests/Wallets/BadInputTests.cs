using OrleansWallet.Api.Tests.Fakes;

namespace OrleansWallet.Api.Tests.Wallets;

/// <summary>Each bad input has its code, and never reaches a wallet.</summary>
public sealed class BadInputTests(SharedWalletHost shared)
    : IClassFixture<SharedWalletHost>, IDisposable
{
    private readonly WalletHost _host = shared.Renew();
    private readonly WalletClient _service = shared.Host.As("service");

    public void Dispose() => Assert.Equal(0, _host.Grid.Commands);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.001")]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"1,5\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"+1\"")]
    [InlineData("\"0x10\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("{\"x\":1}")]
    [InlineData("99999999999999999999999999999999999999999")]
    public async Task Credit_WhenTheAmountIsNone_IsInvalidAmount(string amount)
    {
        var reply = await Credit($$"""
            {"currency":"USD","amount":{{amount}},"transaction_type":"t","reference_id":"r"}
            """);

        Assert.True(reply.Refused(400, "invalid_amount").Json.GetProperty("errors")
            .TryGetProperty("amount", out _));
    }

    [Theory]
    [InlineData("\"XXX\"", "unknown_currency")]
    [InlineData("\"usd\"", "unknown_currency")]
    [InlineData("\"\"", "validation_failed")]
    [InlineData("null", "validation_failed")]
    public async Task Credit_WhenTheCurrencyIsNone_TellsSo(string currency, string code)
    {
        var reply = await Credit($$"""
            {"currency":{{currency}},"amount":1,"transaction_type":"t","reference_id":"r"}
            """);

        Assert.True(reply.Refused(400, code).Json.GetProperty("errors")
            .TryGetProperty("currency", out _));
    }

    [Theory]
    [InlineData("transaction_type", "\"Has Blanks\"")]
    [InlineData("transaction_type", "null")]
    [InlineData("reference_id", "\"a b\"")]
    [InlineData("reference_id", "\"proc:trade-1\"")]
    [InlineData("reference_id", "null")]
    [InlineData("account", "\"margin\"")]
    [InlineData("counterparty", "\"platform:fees\"")]
    [InlineData("counterparty", "\"world:\"")]
    [InlineData("note", "\"a\\u0000b\"")]
    [InlineData("metadata", "[1]")]
    [InlineData("metadata", "\"text\"")]
    [InlineData("metadata", "{\"a\":\"\\u0000\"}")]
    [InlineData("metadata", "{\"a\":\"\\ud800\"}")]
    public async Task Credit_WhenAFieldIsBad_NamesIt(string field, string json)
    {
        var fields = new Dictionary<string, string>
        {
            ["currency"] = "\"USD\"",
            ["amount"] = "1",
            ["transaction_type"] = "\"t\"",
            ["reference_id"] = "\"r\"",
            [field] = json,
        };

        var reply = await Credit(
            "{" + string.Join(",", fields.Select(f => $"\"{f.Key}\":{f.Value}")) + "}");

        Assert.True(reply.Refused(400, "validation_failed").Json.GetProperty("errors")
            .TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Credit_WhenMuchIsBad_NamesAllOfIt()
    {
        var reply = await Credit("{}");

        var errors = reply.Refused(400, "validation_failed").Json.GetProperty("errors");
        Assert.Equal(
            ["amount", "currency", "reference_id", "transaction_type"],
            errors.EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{} {}")]
    [InlineData("{\"currency\":\"USD\",\"currency\":\"EUR\"}")]
    [InlineData("{\"currency\":\"USD\",}")]
    [InlineData("{\"currency\":5}")]
    [InlineData("{\"note\":\"\\ud800\"}")]
    [InlineData("{\"metadata\":{\"a\":1,\"a\":2}}")]
    [InlineData("{\"amount\":NaN}")]
    [InlineData("{\"amount\":01}")]
    public async Task Credit_WhenTheBodyIsMalformed_TellsSo(string body) =>
        (await Credit(body)).Refused(400, "malformed_body");

    [Fact]
    public async Task Credit_WhenTheNoteIsTooLong_NamesIt() =>
        (await Credit($$"""
            {"currency":"USD","amount":1,"transaction_type":"t","reference_id":"r",
             "note":"{{new string('x', 501)}}"}
            """)).Refused(400, "validation_failed");

    [Fact]
    public async Task Credit_WhenTheBodyIsNoJson_Is415()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/wallets/ann/credit");
        request.Headers.Add(FakeSignIn.User, "s");
        request.Headers.Add(FakeSignIn.Role, "service");
        request.Content = new StringContent("currency=USD");
        using var response = await _host.Http.SendAsync(request);

        Assert.Equal(415, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("has blanks")]
    [InlineData("")]
    public async Task Credit_WhenTheKeyIsNone_NamesTheHeader(string key)
    {
        var reply = await _service.Post(
            "/api/wallets/ann/credit",
            """{"currency":"USD","amount":1,"transaction_type":"t","reference_id":"r"}""", key);

        Assert.Contains(
            "Idempotency-Key", reply.Refused(400, "validation_failed").Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credit_WhenTheKeyIsTooLong_NamesTheHeader() =>
        await Credit_WhenTheKeyIsNone_NamesTheHeader(new string('k', 256));

    [Theory]
    [InlineData("world:cash")]
    [InlineData("a%20b")]
    [InlineData("%C3%BC")]
    public async Task Credit_WhenThePathNamesNoWallet_Is400(string user) =>
        (await _service.Post(
            $"/api/wallets/{user}/credit",
            """{"currency":"USD","amount":1,"transaction_type":"t","reference_id":"r"}"""))
            .Refused(400, "validation_failed");

    [Theory]
    [InlineData("""{"to_user":"bob","amount":1}""", "from_user")]
    [InlineData("""{"from_user":"ann","amount":1}""", "to_user")]
    [InlineData("""{"from_user":"ann","to_user":"world:x","amount":1}""", "to_user")]
    [InlineData("""{"from_user":"ann","to_user":"b","amount":1,"hold":"proc:x"}""", "hold")]
    [InlineData("""{"from_user":"ann","postings":[]}""", "postings")]
    [InlineData("""{"from_user":"ann","amount":1,"postings":[{"to_user":"b","amount":1}]}""",
        "postings")]
    [InlineData("""{"from_user":"ann","postings":[{"amount":1}]}""", "postings[0].to_user")]
    [InlineData("""{"from_user":"ann","postings":[null]}""", "postings[0].to_user")]
    public async Task Transfer_WhenItsEndsAreBad_NamesThem(string body, string field)
    {
        var whole = body.Insert(
            1, "\"currency\":\"USD\",\"transfer_type\":\"t\",\"reference_id\":\"r\",");

        var reply = await _service.Post("/api/wallets/transfer", whole);

        Assert.Equal(400, reply.Status);
        Assert.True(reply.Json.GetProperty("errors").TryGetProperty(field, out _), reply.Text);
    }

    [Fact]
    public async Task Lock_WhenTheExpiryIsNoTime_NamesIt() =>
        Assert.Contains("expires_at", (await _service.Post(
            "/api/wallets/ann/lock",
            """
            {"currency":"USD","amount":1,"lock_type":"t","reference_id":"r","expires_at":"soon"}
            """)).Refused(400, "validation_failed").Text, StringComparison.Ordinal);

    private Task<WalletReply> Credit(string body) =>
        _service.Post("/api/wallets/ann/credit", body);
}
