using System.Net.Sockets;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Tests;

public sealed class RetryRulesTests
{
    [Theory]
    [InlineData(401, null, "SignedOut")]
    [InlineData(409, "idempotency_in_progress", "InProgress")]
    [InlineData(409, "trade_state", null)]
    [InlineData(422, "insufficient_balance", null)]
    [InlineData(422, "idempotency_mismatch", null)]
    [InlineData(400, null, null)]
    [InlineData(403, null, null)]
    [InlineData(429, "rate_limited", "RateLimited")]
    [InlineData(500, null, null)]
    [InlineData(502, null, "Unavailable")]
    [InlineData(503, "not_accepted", "NotAccepted")]
    [InlineData(503, "outcome_unknown", "OutcomeUnknown")]
    [InlineData(503, "provider_unavailable", null)]
    public void Of_AnAnswer_TellsWhetherToAskAgain(int status, string? code, string? kind)
    {
        var problem = Problem.None with { Code = code };

        Assert.Equal(kind, RetryRules.Of(status, problem)?.ToString());
    }

    [Fact]
    public void Of_ARefusedOrBrokenConnection_AsksAgain()
    {
        var refused = new HttpRequestException(
            HttpRequestError.ConnectionError,
            "refused",
            new SocketException((int)SocketError.ConnectionRefused));

        Assert.Equal(RetryKind.ConnectionRefused, RetryRules.Of(refused));
        Assert.Equal(RetryKind.ConnectionLost, RetryRules.Of(new IOException("reset")));
        Assert.Null(RetryRules.Of(new InvalidOperationException()));
    }
}
