using System.Collections.Concurrent;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Tests.Fakes;

public sealed class FakeUsers : IUserDirectory
{
    private readonly ConcurrentDictionary<string, UserProfile> _users = new(StringComparer.Ordinal);

    public void Reset() => _users.Clear();

    public void Add(string userId, string displayCurrency = "USD") =>
        _users[userId] = new UserProfile(
            userId, displayCurrency, null, null, DateTimeOffset.UnixEpoch);

    public ValueTask<UserProfile?> Find(string userId, CancellationToken cancellationToken) =>
        new(_users.GetValueOrDefault(userId));

    public ValueTask Update(
        string userId, string? displayCurrency, string? network, string? data,
        CancellationToken cancellationToken)
    {
        var user = _users[userId];
        _users[userId] = user with
        {
            DisplayCurrency = displayCurrency ?? user.DisplayCurrency,
            Network = network ?? user.Network,
            Data = data ?? user.Data,
        };
        return default;
    }
}
