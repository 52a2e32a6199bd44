using System.Net.WebSockets;
using System.Text.Json;
using OrleansWallet.Api.Tests.Fakes;

namespace OrleansWallet.Api.Tests.Balances;

public sealed class BalanceHubTests : IAsyncLifetime
{
    private WalletHost _host = null!;
    private WalletClient _service = null!;

    public async Task InitializeAsync()
    {
        _host = await WalletHost.Start(o =>
        {
            o.FeedCheckInterval = TimeSpan.FromMilliseconds(100);
            o.FeedResumeMax = 20;
            o.FeedPendingMax = 8;
        });
        _service = _host.As("service");
        _host.Users.Add("ann");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Connect_WhenThereIsNoBalanceYet_HearsNull()
    {
        await using var hub = await HubClient.Connect(_host, "ann");

        var initial = await hub.Next("balance_initial");

        Assert.Equal(JsonValueKind.Null, initial.GetProperty("balance").ValueKind);
        Assert.Equal("USD", initial.GetProperty("currency").GetString());
        Assert.Equal(0, initial.GetProperty("version").GetInt64());
        Assert.Equal("epoch-1", initial.GetProperty("epoch").GetString());
    }

    [Fact]
    public async Task Credit_WhenInTheDisplayCurrency_IsHeardWhole()
    {
        await _service.Credit("ann", "10");
        await using var hub = await HubClient.Connect(_host, "ann");
        var initial = await hub.Next("balance_initial");
        Assert.Equal("10.00", initial.GetProperty("balance").GetRawText());
        Assert.Equal(
            "10.00", initial.GetProperty("balances")[0].GetProperty("total").GetString());

        await _service.Credit("ann", "5.50");

        var update = await hub.Next("balance_updated");
        Assert.Equal(15.5m, update.GetProperty("newBalance").GetDecimal());
        Assert.Equal(10m, update.GetProperty("previousBalance").GetDecimal());
        Assert.Equal(5.5m, update.GetProperty("amount").GetDecimal());
        Assert.Equal("t1-2", update.GetProperty("transactionId").GetString());
        Assert.Equal("topup", update.GetProperty("transactionType").GetString());
        Assert.Equal("USD", update.GetProperty("currency").GetString());
        Assert.Equal("spot", update.GetProperty("account").GetString());
        Assert.Equal("15.50", update.GetProperty("available").GetString());
        Assert.Equal("0.00", update.GetProperty("locked").GetString());
        Assert.Equal("15.50", update.GetProperty("total").GetString());
        Assert.Equal("epoch-1", update.GetProperty("epoch").GetString());
        Assert.Equal(2, update.GetProperty("version").GetInt64());
        Assert.False(update.TryGetProperty("fromVersion", out _));
    }

    [Fact]
    public async Task Credit_WhenInAnotherCurrencyOrAccount_GoesByTheOtherName()
    {
        await using var hub = await Connected();
        await _service.Credit("ann", "1", "BTC");
        await _service.Credit("ann", "1", "USD", "savings");
        await _service.Credit("bob", "1");
        await _service.Credit("ann", "1");

        Assert.Equal(1, (await hub.Next("account_updated")).GetProperty("version").GetInt64());
        Assert.Equal(2, (await hub.Next("account_updated")).GetProperty("version").GetInt64());
        Assert.Equal(3, (await hub.Next("balance_updated")).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Stream_WhenItDoubles_IsHeardOnce()
    {
        _host.Grid.Stream.Doubles = true;
        await using var hub = await Connected();

        await _service.Credit("ann", "1");
        await _service.Credit("ann", "1");

        await hub.Next("balance_updated");
        Assert.Equal(2, (await hub.Next("balance_updated")).GetProperty("version").GetInt64());
        Assert.True(await hub.IsQuiet());
    }

    [Fact]
    public async Task Stream_WhenItLosesAChange_TheNextBringsBoth()
    {
        await using var hub = await Connected();
        _host.Grid.Stream.IsMute = true;
        await _service.Credit("ann", "1");
        _host.Grid.Stream.IsMute = false;
        await _service.Credit("ann", "1");

        Assert.Equal(1, (await hub.Next("balance_updated")).GetProperty("version").GetInt64());
        Assert.Equal(2, (await hub.Next("balance_updated")).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Stream_WhenItLosesTheLastChange_TheCheckBringsIt()
    {
        await using var hub = await Connected();
        _host.Grid.Stream.IsMute = true;

        await _service.Credit("ann", "1");

        Assert.Equal(1, (await hub.Next("balance_updated")).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Freeze_IsSilentAndTheNextMessageCoversIt()
    {
        await using var hub = await Connected();
        await _service.Credit("ann", "1");
        await hub.Next("balance_updated");
        await _host.As("admin").Post("/api/wallets/ann/freeze", """{"reason":"x"}""");

        await _service.Credit("ann", "1");

        var update = await hub.Next("balance_updated");
        Assert.Equal(3, update.GetProperty("version").GetInt64());
        Assert.Equal(1, update.GetProperty("fromVersion").GetInt64());
    }

    [Fact]
    public async Task GetCurrentBalance_AnswersByAllBalances()
    {
        await using var hub = await Connected();
        await _service.Credit("ann", "1");
        await hub.Next("balance_updated");

        await hub.Invoke("get_current_balance");

        var initial = await hub.Next("balance_initial");
        Assert.Equal(1, initial.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Resume_WhenLittleWasMissed_BringsExactlyThatInOrder()
    {
        for (var i = 0; i < 15; i++)
        {
            await _service.Credit("ann", "1");
        }

        await using var hub = await Connected();
        await hub.Invoke("resume", """{"epoch":"epoch-1","version":3}""");

        for (var version = 4; version <= 15; version++)
        {
            var update = await hub.Next("balance_updated");
            Assert.Equal(version, update.GetProperty("version").GetInt64());
            Assert.False(update.TryGetProperty("fromVersion", out _));
        }

        await _service.Credit("ann", "1");
        Assert.Equal(16, (await hub.Next("balance_updated")).GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("""{"epoch":"epoch-0","version":25}""")]
    [InlineData("""{"epoch":"epoch-1","version":26}""")]
    [InlineData("""{"epoch":"epoch-1","version":4}""")]
    public async Task Resume_WhenItCannot_BringsAllBalances(string position)
    {
        for (var i = 0; i < 25; i++)
        {
            await _service.Credit("ann", "1");
        }

        await using var hub = await Connected();
        await hub.Invoke("resume", position);

        var initial = await hub.Next("balance_initial");
        Assert.Equal(25, initial.GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"epoch":1,"version":1}""")]
    [InlineData("""{"epoch":"\ud800","version":1}""")]
    [InlineData("""{"epoch":"e","version":-1}""")]
    [InlineData("""{"epoch":"e","version":1.5}""")]
    public async Task Resume_WhenThePositionIsNone_IsAnError(string position)
    {
        await using var hub = await Connected();

        await hub.Invoke("resume", position);

        var error = await hub.Next("error");
        Assert.Equal("validation_failed", error.GetProperty("code").GetString());
        await _service.Credit("ann", "1");
        await hub.Next("balance_updated");
    }

    [Fact]
    public async Task Epoch_WhenItChanges_BringsAllBalances()
    {
        await using var hub = await Connected();

        _host.Grid.Epoch = "epoch-2";

        var initial = await hub.Next("balance_initial");
        Assert.Equal("epoch-2", initial.GetProperty("epoch").GetString());
    }

    [Fact]
    public async Task DisplayCurrency_WhenItChanges_BringsAllBalances()
    {
        await using var hub = await Connected();

        await _host.As("user", "ann").Patch("/api/wallet", """{"display_currency":"BTC"}""");

        var initial = await hub.Next("balance_initial");
        Assert.Equal("BTC", initial.GetProperty("currency").GetString());
        await _service.Credit("ann", "1", "BTC");
        await hub.Next("balance_updated");
    }

    [Fact]
    public async Task Journal_WhenItComesBack_TheFeedStartsOver()
    {
        _host.Grid.IsAway = true;
        await using var hub = await HubClient.Connect(_host, "ann");
        Assert.Equal(
            "not_accepted", (await hub.Next("error")).GetProperty("code").GetString());

        _host.Grid.IsAway = false;

        await hub.Next("balance_initial");
    }

    [Fact]
    public async Task Transfer_WhenTheUserMakesIt_TheScreenIsTold()
    {
        _host.Users.Add("bob");
        await _service.Credit("ann", "10");
        await using var hub = await Connected();
        var ann = _host.As("user", "ann");

        await ann.Post("/api/wallet/transfer", """{"recipient_id":"bob","amount":99}""");
        var insufficient = await hub.Next("balance_insufficient");
        Assert.Equal("99.00", insufficient.GetProperty("requiredAmount").GetString());
        Assert.Equal("10.00", insufficient.GetProperty("availableBalance").GetString());
        Assert.Equal("transfer", insufficient.GetProperty("operation").GetString());
        var failed = await hub.Next("transaction_failed");
        Assert.Equal("insufficient_balance", failed.GetProperty("reason").GetString());

        await ann.Post("/api/wallet/transfer", """{"recipient_id":"bob","amount":4}""");
        await hub.Next("balance_updated");
        var completed = await hub.Next("transaction_completed");
        Assert.Equal("4.00", completed.GetProperty("amount").GetString());
        Assert.Equal("t1-2", completed.GetProperty("transactionId").GetString());
    }

    [Fact]
    public async Task Connection_WhenItEnds_LeavesNoSubscription()
    {
        await using (await Connected())
        {
            Assert.Equal(1, _host.Grid.Stream.Subscribers);
        }

        await Eventually.Is(() => _host.Grid.Stream.Subscribers == 0);
    }

    [Fact]
    public async Task Connection_WhenItsTokenExpires_IsClosed()
    {
        await using var hub = await HubClient.Connect(_host, "ann", expiresMs: 500);
        await hub.Next("balance_initial");

        await hub.Closed.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.NotEqual(WebSocketState.Open, hub.State);
    }

    private async Task<HubClient> Connected()
    {
        var hub = await HubClient.Connect(_host, "ann");
        await hub.Next("balance_initial");
        return hub;
    }
}
