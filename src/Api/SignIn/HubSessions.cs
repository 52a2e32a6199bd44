using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace OrleansWallet.Api.SignIn;

/// <summary>Closes the hub connections of users whose tokens were revoked.</summary>
/// <remarks>
/// A token is looked at when a connection opens; this looks again every two seconds, in memory.
/// While the database is away connections stay open.
/// </remarks>
public sealed class HubSessions(Tokens tokens, TimeProvider clock) : BackgroundService, IHubFilter
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, HubCallerContext> _connections = new();

    public Task OnConnectedAsync(
        HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        _connections[context.Context.ConnectionId] = context.Context;
        return next(context);
    }

    public Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception,
        Func<HubLifetimeContext, Exception?, Task> next)
    {
        _connections.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CloseRevoked(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // The next round asks again.
            }
        }
    }

    private async Task CloseRevoked(CancellationToken cancellationToken)
    {
        foreach (var (id, connection) in _connections)
        {
            if (connection.User is { Identity.IsAuthenticated: true } user
                && !await tokens.IsCurrent(user, cancellationToken)
                && _connections.TryRemove(id, out _))
            {
                connection.Abort();
            }
        }
    }
}
