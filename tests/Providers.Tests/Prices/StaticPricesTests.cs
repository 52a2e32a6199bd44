using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Domain.Money;
using OrleansWallet.Providers.Prices;
using OrleansWallet.Testing;

namespace OrleansWallet.Providers.Tests.Prices;

public sealed class StaticPricesTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Sample_WithoutSettings_HasEveryCurrencyOfTheRegistry()
    {
        var codes = CurrencyRegistry.Default.All.Select(c => c.Code).ToList();
        var sheet = await Get([], "USD", [.. codes]);

        Assert.Equal("static", sheet.Source);
        Assert.Equal(codes.Order(), sheet.Prices.Keys.Order());
        Assert.Equal(1m, sheet.Prices["USD"].Value);
        Assert.All(codes, c => Assert.True(sheet.TryGetTradable(c, out _), c));
    }

    [Fact]
    public async Task File_WhenNamed_IsReadExactlyAndItsTimeShown()
    {
        await File.WriteAllTextAsync(
            _file,
            """
            {"quote":"USD","as_of":"2026-01-02T03:04:05Z",
             "prices":{"BTC":"0.1234567890123456789","EUR":1.25}}
            """);

        var sheet = await Get(new() { ["Prices:File"] = _file }, "USD", "BTC", "EUR", "ETH");

        Assert.Equal(0.1234567890123456789m, sheet.Prices["BTC"].Value);
        Assert.Equal(1.25m, sheet.Prices["EUR"].Value);
        Assert.False(sheet.Prices.ContainsKey("ETH"));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), sheet.AsOf);
        Assert.True(sheet.TryGetTradable("BTC", out _));
    }

    [Fact]
    public async Task Values_OfTheConfiguration_ReplaceTheFiles()
    {
        var sheet = await Get(new() { ["Prices:Values:BTC"] = "50000" }, "BTC", "USD", "BTC");

        Assert.Equal(0.00002m, sheet.Prices["USD"].Value);
        Assert.Equal(1m, sheet.Prices["BTC"].Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"quote":"EUR","prices":{"BTC":"1"}}""")]
    [InlineData("""{"prices":{"BTC":"0"}}""")]
    [InlineData("""{"prices":{"BTC":"1,5"}}""")]
    [InlineData("""{"prices":{"BTC":"1","BTC":"2"}}""")]
    public async Task File_WhenBroken_IsNamed(string text)
    {
        await File.WriteAllTextAsync(_file, text);

        await Assert.ThrowsAsync<InvalidDataException>(
            () => Get(new() { ["Prices:File"] = _file }, "USD", "BTC"));
    }

    [Fact]
    public async Task File_WhenMissing_IsNamed() =>
        await Assert.ThrowsAsync<InvalidDataException>(
            () => Get(new() { ["Prices:File"] = _file + ".no" }, "USD", "BTC"));

    private static async Task<PriceSheet> Get(
        Dictionary<string, string?> settings, string quote, params string[] codes)
    {
        await using var services = ProviderHost.Services(settings, new ManualTime());
        return await services.GetRequiredService<IPriceSource>().GetPrices(quote, codes).Done();
    }
}
