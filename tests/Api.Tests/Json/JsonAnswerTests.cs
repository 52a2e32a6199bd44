using System.Text;
using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Api.Wallets.Reads;

namespace OrleansWallet.Api.Tests.Json;

public sealed class JsonAnswerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5_000)]
    public async Task ExecuteAsync_WritesTheBodyWithItsLength(int balances)
    {
        var body = Body(balances);
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };

        await new JsonAnswer<BalancesBody>(body, WalletJson.Default.BalancesBody)
            .ExecuteAsync(http);
        await http.Response.BodyWriter.FlushAsync();

        var written = ((MemoryStream)http.Response.Body).ToArray();
        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(body, WalletJson.Default.BalancesBody),
            Encoding.UTF8.GetString(written));
        Assert.Equal(written.Length, http.Response.ContentLength);
        Assert.Equal("application/json; charset=utf-8", http.Response.ContentType);
        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
    }

    // What one answer left must not be part of the next.
    [Fact]
    public async Task ExecuteAsync_AfterABodyThatCouldNotBeWritten_WritesTheNextWhole()
    {
        var broken = Body(1) with { Balances = new Endless() };
        var answer = new JsonAnswer<BalancesBody>(broken, WalletJson.Default.BalancesBody);
        await Assert.ThrowsAsync<NotSupportedException>(
            () => answer.ExecuteAsync(new DefaultHttpContext()));

        await ExecuteAsync_WritesTheBodyWithItsLength(1);
    }

    private static BalancesBody Body(int balances) => new()
    {
        UserId = "älice",
        Status = "active",
        CreatedAt = "2026-11-30T01:00:00Z",
        Balances =
        [
            .. Enumerable.Range(0, balances).Select(i => new BalanceBody
            {
                Currency = "USD",
                Account = "spot",
                AvailableBalance = $"{i}.00",
                LockedBalance = "0.00",
                TotalBalance = $"{i}.00",
                LastUpdated = "2026-11-30T01:00:00Z",
            }),
        ],
        Epoch = "0123456789abcdef",
        Version = balances,
    };

    private sealed class Endless : IReadOnlyList<BalanceBody>
    {
        public int Count => 1;

        public BalanceBody this[int index] => throw new NotSupportedException();

        public IEnumerator<BalanceBody> GetEnumerator() => throw new NotSupportedException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() =>
            throw new NotSupportedException();
    }
}
