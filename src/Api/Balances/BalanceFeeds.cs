using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Api.Balances;

/// <summary>The feeds of this front's connections, by user. Thread-safe.</summary>
public sealed class BalanceFeeds(
    FeedSources sources, TimeProvider time, ILogger<BalanceFeeds> logger) : IUserNotices
{
    private readonly ConcurrentDictionary<string, ImmutableArray<BalanceFeed>> _byUser =
        new(StringComparer.Ordinal);

    public void Publish(string userId, UserNotice notice)
    {
        if (!_byUser.TryGetValue(userId, out var feeds))
        {
            return;
        }

        foreach (var feed in feeds)
        {
            feed.Post(notice);
        }
    }

    internal BalanceFeed Open(WalletId wallet, IFeedSink sink)
    {
        var feed = new BalanceFeed(wallet, sink, sources, time, logger);
        _byUser.AddOrUpdate(
            wallet.Value, static (_, added) => [added],
            static (_, feeds, added) => feeds.Add(added), feed);
        feed.Start();
        return feed;
    }

    internal async ValueTask Close(BalanceFeed feed)
    {
        var user = feed.Wallet.Value;
        var left = _byUser.AddOrUpdate(
            user, static (_, _) => [], static (_, feeds, removed) => feeds.Remove(removed), feed);
        if (left.IsEmpty)
        {
            // Only while it is still empty: somebody may have connected meanwhile.
            _byUser.TryRemove(KeyValuePair.Create(user, left));
        }

        await feed.DisposeAsync();
    }
}
