using System.Collections.Concurrent;

namespace OrleansWallet.Api.SignIn;

/// <summary>
/// The users in memory, at most two seconds behind the database. Thread-safe; a lookup of a user
/// met before costs no I/O.
/// </summary>
/// <remarks>
/// While requests come, one query a second asks who has changed at all, whatever the number of
/// users. It looks back further than a change can take to commit. When it fails, lookups fail:
/// a revoked token is never taken because the database is away.
/// </remarks>
public sealed class KnownUsers(UserStore store, TimeProvider clock)
{
    private const int CountMax = 200_000;
    private static readonly TimeSpan _refreshAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _staleAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _lookBack = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _forgetAfter = _lookBack - TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, KnownUser> _users = new();
    private readonly Lock _gate = new();
    private Task _refresh = Task.CompletedTask;
    private long _freshAt;
    private bool _everFresh;

    /// <exception cref="Npgsql.NpgsqlException">The database is away.</exception>
    public async ValueTask<KnownUser?> Find(string userId, CancellationToken cancellationToken)
    {
        var age = Age();
        if (age > _staleAfter)
        {
            await Refresh().WaitAsync(cancellationToken);
        }
        else if (age > _refreshAfter)
        {
            _ = Refresh();
        }

        if (_users.TryGetValue(userId, out var known))
        {
            return known;
        }

        var user = await store.Find(userId, cancellationToken);
        if (user is not null)
        {
            Remember(user);
        }

        return user;
    }

    /// <summary>Takes in a change at once. An older one than what is known changes nothing.</summary>
    public void Remember(KnownUser user)
    {
        if (_users.Count >= CountMax)
        {
            _users.Clear();
        }

        _users.AddOrUpdate(
            user.Profile.UserId,
            static (_, added) => added,
            static (_, known, added) => added.ChangedAt > known.ChangedAt ? added : known,
            user);
    }

    private TimeSpan Age() =>
        Volatile.Read(ref _everFresh)
            ? clock.GetElapsedTime(Volatile.Read(ref _freshAt))
            : TimeSpan.MaxValue;

    /// <summary>Starts a refresh, or joins the one under way.</summary>
    private Task Refresh()
    {
        lock (_gate)
        {
            if (_refresh.IsCompleted && Age() > _refreshAfter)
            {
                _refresh = RefreshNow();
            }

            return _refresh;
        }
    }

    private async Task RefreshNow()
    {
        await Task.Yield();
        var startedAt = clock.GetTimestamp();
        if (Age() > _forgetAfter)
        {
            _users.Clear();
        }

        foreach (var user in await store.FindChanged(_lookBack, CancellationToken.None))
        {
            // Users that nobody asked for stay out.
            if (_users.ContainsKey(user.Profile.UserId))
            {
                Remember(user);
            }
        }

        Volatile.Write(ref _freshAt, startedAt);
        Volatile.Write(ref _everFresh, true);
    }
}
