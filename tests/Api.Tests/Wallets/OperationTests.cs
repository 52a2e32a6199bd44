using OrleansWallet.Api.Tests.Fakes;

namespace OrleansWallet.Api.Tests.Wallets;

public sealed class OperationTests(SharedWalletHost shared) : IClassFixture<SharedWalletHost>
{
    private const string Deposit =
        """
        {"currency":"USD","amount":"25.50","transaction_type":"topup","reference_id":"dep-1",
         "counterparty":"world:cash","note":"hi","metadata":{"b":1,"a":[1.50,"x"]}}
        """;

    private readonly WalletHost _host = shared.Renew();
    private readonly WalletClient _service = shared.Host.As("service");

    [Fact]
    public async Task Credit_WhenValid_AnswersTheWholeReceipt()
    {
        var reply = (await _service.Post("/api/wallets/ann/credit", Deposit)).Done();

        Assert.Equal("t1-1", reply["transaction_id"]);
        Assert.Equal("ann", reply["user_id"]);
        Assert.Equal("USD", reply["currency"]);
        Assert.Equal("spot", reply["account"]);
        Assert.Equal("25.50", reply["amount"]);
        Assert.Equal("credit", reply["direction"]);
        Assert.Equal("topup", reply["transaction_type"]);
        Assert.Equal("dep-1", reply["reference_id"]);
        Assert.Equal("25.50", reply["balance_after"]);
        Assert.Equal("25.50", reply["available_balance"]);
        Assert.Equal("0.00", reply["locked_balance"]);
        Assert.Equal("25.50", reply["total_balance"]);
        Assert.Equal("completed", reply["status"]);
        Assert.Equal("1", reply["version"]);
        Assert.EndsWith("Z", reply["timestamp"], StringComparison.Ordinal);
        Assert.False(reply.IsReplay);
    }

    [Fact]
    public async Task Credit_WhenToldTwiceWithoutKey_IsCreditedOnce()
    {
        var first = await _service.Post("/api/wallets/ann/credit", Deposit);
        var second = (await _service.Post("/api/wallets/ann/credit", Deposit)).Done();

        Assert.True(second.IsReplay);
        Assert.Equal(first.Text, second.Text);
        Assert.Single(_host.Grid.Wallet(new("ann")).Entries);
    }

    [Fact]
    public async Task Credit_WhenTheKeyComesWithAnotherBody_Is422()
    {
        await _service.Post("/api/wallets/ann/credit", Deposit, "k1");
        var other = Deposit.Replace("25.50", "26", StringComparison.Ordinal);

        (await _service.Post("/api/wallets/ann/credit", other, "k1"))
            .Refused(422, "idempotency_mismatch");
    }

    [Fact]
    public async Task Keys_WhenTwoCallersChooseTheSame_DontMeet()
    {
        var other = _host.As("service", "another");
        (await _service.Post("/api/wallets/ann/credit", Deposit, "k1")).Done();

        var reply = (await other.Post(
            "/api/wallets/ann/credit",
            Deposit.Replace("dep-1", "dep-2", StringComparison.Ordinal), "k1")).Done();

        Assert.False(reply.IsReplay);
    }

    [Fact]
    public async Task Debit_WhenRefusedUnderAKey_ReplaysTheRefusalThoughFundsCame()
    {
        const string Body =
            """{"currency":"USD","amount":5,"transaction_type":"fee","reference_id":"r"}""";
        (await _service.Post("/api/wallets/ann/debit", Body, "k")).Refused(
            422, "insufficient_balance");
        await _service.Credit("ann", "10");

        var again = await _service.Post("/api/wallets/ann/debit", Body, "k");

        Assert.True(again.Refused(422, "insufficient_balance").IsReplay);
        Assert.Equal("5.00", again["required"]);
        (await _service.Post("/api/wallets/ann/debit", Body)).Done();
    }

    [Fact]
    public async Task Execute_WhenACallWithTheKeyIsUnderWay_Is409()
    {
        var gate = new TaskCompletionSource();
        _host.Grid.Gate = gate.Task;
        var first = _service.Post("/api/wallets/ann/credit", Deposit, "k");
        await Eventually.Is(() => _host.Grid.Arrivals == 1);

        (await _service.Post("/api/wallets/ann/credit", Deposit, "k"))
            .Refused(409, "idempotency_in_progress");

        gate.SetResult();
        (await first).Done();
        Assert.True((await _service.Post("/api/wallets/ann/credit", Deposit, "k")).IsReplay);
    }

    [Fact]
    public async Task Amount_WhenANumberBeyondDouble_IsReadExactly()
    {
        var reply = await _service.Post(
            "/api/wallets/ann/credit",
            """
            {"currency":"ETH","amount":12345678901.123456789012345678,"transaction_type":"topup",
             "reference_id":"r"}
            """);

        Assert.Equal("12345678901.123456789012345678", reply.Done()["amount"]);
    }

    [Theory]
    [InlineData("1e2", "100.00")]
    [InlineData("2.550e1", "25.50")]
    [InlineData("\"0.010\"", "0.01", "ETH")]
    public async Task Amount_WhenWrittenOtherwise_IsTheSame(
        string wire, string written, string currency = "USD")
    {
        var reply = await _service.Post(
            "/api/wallets/ann/credit",
            $$"""
            {"currency":"{{currency}}","amount":{{wire}},"transaction_type":"t","reference_id":"r"}
            """);

        Assert.StartsWith(written, reply.Done()["amount"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_WhenLockedInPartUnlockedAndReleased_EndsEmpty()
    {
        await _service.Credit("ann", "100");
        var locked = await _service.Post(
            "/api/wallets/ann/lock",
            """
            {"currency":"USD","amount":"60","lock_type":"p2p_escrow","reference_id":"h1",
             "expires_at":"2099-01-01T00:00:00Z"}
            """);
        Assert.Equal("40.00", locked.Done()["available_balance"]);
        Assert.Equal("60.00", locked["locked_balance"]);
        const string Part =
            """{"currency":"USD","amount":"10","unlock_type":"x","reference_id":"h1"}""";
        (await _service.Post("/api/wallets/ann/unlock", Part))
            .Refused(400, "idempotency_key_required");
        (await _service.Post("/api/wallets/ann/unlock", Part, "k")).Done();

        var holds = (await _host.As("user", "ann").Get("/api/wallets/ann/holds")).Done();
        var hold = holds.Json.GetProperty("holds")[0];
        Assert.Equal("50.00", hold.GetProperty("remaining").GetString());
        Assert.Equal("60.00", hold.GetProperty("amount").GetString());
        Assert.Equal("h1", hold.GetProperty("reference_id").GetString());
        Assert.Equal("p2p_escrow", hold.GetProperty("lock_type").GetString());
        Assert.StartsWith(
            "2099-01-01T", hold.GetProperty("expires_at").GetString(), StringComparison.Ordinal);

        var released = await _service.Post(
            "/api/wallets/ann/release",
            """{"currency":"USD","release_type":"withdrawal","reference_id":"h1"}""");
        Assert.Equal("50.00", released.Done()["amount"]);
        Assert.Equal("release", released["direction"]);
        Assert.Equal("50.00", released["total_balance"]);
        (await _service.Post(
            "/api/wallets/ann/release",
            """{"currency":"USD","release_type":"x","reference_id":"h2"}"""))
            .Refused(404, "hold_not_found");
    }

    [Fact]
    public async Task Transfer_WhenSimple_MovesTheMoney()
    {
        await _service.Credit("ann", "100");

        var reply = await _service.Post(
            "/api/wallets/transfer",
            """
            {"from_user":"ann","to_user":"bob","currency":"USD","amount":"30",
             "transfer_type":"transfer","reference_id":"x1"}
            """);

        Assert.Equal("70.00", reply.Done()["balance_after"]);
        Assert.Equal("ann", reply["user_id"]);
        Assert.Equal("debit", reply["direction"]);
        var bob = await _service.Get("/api/wallets/balances/bob");
        Assert.Contains("\"available_balance\":\"30.00\"", bob.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transfer_WhenFromAHoldToSeveral_ShowsEveryPosting()
    {
        await _service.Credit("ann", "100");
        await _service.Post(
            "/api/wallets/ann/lock",
            """{"currency":"USD","amount":"50","lock_type":"x","reference_id":"h"}""");
        _host.Grid.Refusing.Add(new("cat"));

        var reply = await _service.Post(
            "/api/wallets/transfer",
            """
            {"from_user":"ann","hold":"h","currency":"USD","transfer_type":"p2p_completed",
             "reference_id":"x1","postings":[{"to_user":"bob","amount":"45"},
             {"to_user":"cat","amount":5}]}
            """);

        Assert.Equal("50.00", reply.Done()["amount"]);
        Assert.Equal("returned", reply["status"]);
        var detail = await _host.As("user", "ann").Get(
            $"/api/wallets/transactions/ann/{reply["transaction_id"]}");
        var postings = detail.Done().Json.GetProperty("postings");
        Assert.Equal(2, postings.GetArrayLength());
        Assert.Equal("completed", postings[0].GetProperty("status").GetString());
        Assert.Equal("cat", postings[1].GetProperty("to_user").GetString());
        Assert.Equal("returned", postings[1].GetProperty("status").GetString());
        Assert.Equal("returned", detail.Json.GetProperty("transaction").GetProperty("status")
            .GetString());
    }

    [Fact]
    public async Task Command_WhenTheJournalIsAway_Is503AndNotAccepted()
    {
        _host.Grid.IsAway = true;

        var reply = await _service.Post("/api/wallets/ann/credit", Deposit);

        Assert.True(reply.Refused(503, "not_accepted").HasRetryAfter);
    }

    [Fact]
    public async Task Command_WhenTheWalletGivesNoAnswer_IsOutcomeUnknown()
    {
        await using var host = await WalletHost.Start(
            o => o.GrainTimeout = TimeSpan.FromMilliseconds(100));
        host.Grid.Gate = new TaskCompletionSource().Task;

        var reply = await host.As("service").Post("/api/wallets/ann/credit", Deposit);

        Assert.True(reply.Refused(503, "outcome_unknown").HasRetryAfter);
    }

    [Fact]
    public async Task Command_WhenTheWalletBreaks_IsOutcomeUnknownWithoutDetails()
    {
        _host.Grid.Failure = new InvalidOperationException("secret");

        var reply = await _service.Post("/api/wallets/ann/credit", Deposit);

        Assert.DoesNotContain("secret", reply.Refused(503, "outcome_unknown").Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_WhenAskedForAKey_TellWhatBecameOfIt()
    {
        await _service.Post("/api/wallets/ann/credit", Deposit, "k1");
        await _service.Post(
            "/api/wallets/ann/debit",
            """{"currency":"USD","amount":"99","transaction_type":"t","reference_id":"r"}""", "k2");

        var done = (await _service.Get("/api/wallets/operations?key=k1")).Done();
        var same = (await _service.Get("/api/wallets/operations?key=svc:the-service/k1")).Done();
        var refused = (await _service.Get("/api/wallets/operations?key=k2")).Done();

        Assert.Equal(done.Text, same.Text);
        Assert.Equal("completed", done["status"]);
        Assert.Equal("25.50", done.Json.GetProperty("receipt").GetProperty("amount").GetString());
        Assert.Equal("refused", refused["status"]);
        Assert.Equal(
            "insufficient_balance", refused.Json.GetProperty("error").GetProperty("code").GetString());
        (await _service.Get("/api/wallets/operations?key=k3")).Refused(404, "not_found");
        (await _service.Get("/api/wallets/operations")).Refused(400, "validation_failed");
    }
}
