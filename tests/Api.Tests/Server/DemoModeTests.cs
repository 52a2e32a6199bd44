using OrleansWallet.Api.Hosting;
using OrleansWallet.Server;

namespace OrleansWallet.Api.Tests.Server;

public sealed class DemoModeTests
{
    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000;http://[::1]:5000")]
    [InlineData("https://127.0.0.2:5001")]
    public void Demo_WhenEveryAddressIsLoopback_IsAllowed(string urls) =>
        DemoMode.RequireLoopback(urls);

    [Theory]
    [InlineData("http://0.0.0.0:5000")]
    [InlineData("http://[::]:5000")]
    [InlineData("http://*:5000")]
    [InlineData("http://+:5000")]
    [InlineData("http://10.0.0.1:5000")]
    [InlineData("http://wallet.example.com")]
    [InlineData("http://localhost.example.com:5000")]
    [InlineData("http://0.0.0.0@127.0.0.1:5000")]
    [InlineData("http://127.0.0.1:5000;http://0.0.0.0:5001")]
    [InlineData("localhost:5000")]
    [InlineData(";")]
    public void Demo_WhenAnAddressIsNotLoopback_IsRefused(string urls) =>
        Assert.Throws<SettingException>(() => DemoMode.RequireLoopback(urls));
}
