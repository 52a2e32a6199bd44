using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrleansWallet.Providers.NowPayments;
using OrleansWallet.Providers.Prices;

namespace OrleansWallet.Providers.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("NowPayments:BaseUrl", "http://api.nowpayments.io")]
    [InlineData("NowPayments:IpnCallbackUrl", "/ipn")]
    [InlineData("NowPayments:PayoutEmail", "someone@example.com")]
    [InlineData("NowPayments:PayoutTotpSecret", "0123")]
    [InlineData("NowPayments:Coins:xyz:Currency", "XYZ")]
    [InlineData("NowPayments:Resilience:AttemptTimeout", "00:00:00")]
    [InlineData("Prices:Source", "guess")]
    [InlineData("Prices:BaseUrl", "ftp://example.com")]
    [InlineData("Prices:StaleAfter", "00:00:10")]
    [InlineData("Prices:Resilience:BreakAfter", "1")]
    public void Setting_WhenWrong_StopsTheStart(string key, string value)
    {
        using var services = ProviderHost.Services(new() { [key] = value });

        var error = Assert.Throws<OptionsValidationException>(
            () => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(key.Split(':')[0], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WhenEmpty_AreFine()
    {
        using var services = ProviderHost.Services([]);

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.False(
            services.GetRequiredService<IOptions<NowPaymentsOptions>>().Value.IsConfigured);
        Assert.IsType<StaticPrices>(services.GetRequiredService<IPriceSource>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v1/")]
    public async Task BaseUrl_WithOrWithoutItsVersion_IsTheSame(string suffix)
    {
        await using var host = await ProviderHost.Start();
        var settings = host.Server.Settings;
        settings["NowPayments:BaseUrl"] += suffix;
        await using var services = ProviderHost.Services(settings);

        await services.GetRequiredService<INowPayments>().GetMinimum(host.Coin("btc")).Done();
    }
}
