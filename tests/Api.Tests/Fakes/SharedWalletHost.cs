namespace OrleansWallet.Api.Tests.Fakes;

/// <summary>One host for the tests of a class, with new wallets for each.</summary>
public sealed class SharedWalletHost : IAsyncLifetime
{
    public WalletHost Host { get; private set; } = null!;

    public WalletHost Renew()
    {
        Host.Grid.Reset();
        Host.Users.Reset();
        return Host;
    }

    public async Task InitializeAsync() => Host = await WalletHost.Start();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
