using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrleansWallet.Api.Balances;
using OrleansWallet.Api.TokenWallet;
using OrleansWallet.Api.Wallets.Batches;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Api.Wallets.Reads;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Api.Wallets;

/// <summary>Registers what the wallet endpoints and the hub need.</summary>
public static class WalletServices
{
    /// <summary>
    /// Needs <c>IGrains</c>, <c>IJournalQueries</c>, <c>IBalanceStream</c> and
    /// <c>IUserDirectory</c> besides; takes <see cref="WalletApiOptions"/> when configured.
    /// </summary>
    public static IServiceCollection AddWalletApi(this IServiceCollection services)
    {
        services.AddOptions<WalletApiOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(CurrencyRegistry.Default);
        services.AddSingleton<WalletCalls>();
        services.AddSingleton<KnownWallets>();
        services.AddSingleton<KeysUnderWay>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<AtomicBatch>();
        services.AddSingleton<JournalEpoch>();
        services.AddSingleton<TokenWalletReader>();
        services.AddSingleton<TransferNotices>();
        services.AddSingleton<FeedSources>();
        services.AddSingleton<BalanceFeeds>();
        services.AddSingleton<IUserNotices>(s => s.GetRequiredService<BalanceFeeds>());
        services.AddSignalR().AddJsonProtocol(
            o => o.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, BalanceJson.Default));
        return services;
    }
}
