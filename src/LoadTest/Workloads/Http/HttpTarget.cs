using System.Collections.Concurrent;
using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>A running grid over HTTP. The run's wallets are new ones, which stay behind.</summary>
internal sealed class HttpTarget : ILoadTarget
{
    private const int CheckLanesMax = 16;

    private readonly LoadOptions _options;
    private readonly PendingTransfers _pending;
    private readonly ConcurrentQueue<LoadWallet> _wallets = new();

    private HttpTarget(LoadOptions options, Uri root, TimeProvider time)
    {
        _options = options;
        _pending = new PendingTransfers(time);
        Client = new GridClient(
            root, options.Credentials, new Patience(options.RetryLimit, time));
        Lanes = new HttpLanePool(Client);
        HttpCommands = new HttpCommands(Lanes, Run, Currency, _pending, Samples);
    }

    /// <summary>Differs from that of every other run; begins its wallets' ids.</summary>
    public string Run { get; } = "load-" + Guid.NewGuid().ToString("N")[..8];

    public Currency Currency { get; } = CurrencyRegistry.Default["USD"];

    public GridClient Client { get; }

    public HttpLanePool Lanes { get; }

    public RefusalSamples Samples { get; } = new();

    public HttpCommands HttpCommands { get; }

    public IGridCommands Commands => HttpCommands;

    public IReadOnlyList<string> Refusals => Samples.All;

    public IReadOnlyList<LoadFact> Facts =>
    [
        new("retries", Client.Retries.Total),
        new("in_progress", _pending.Count),
        new("answer_bytes", HttpCommands.AnswerBytes),
    ];

    /// <summary>Signs in.</summary>
    /// <exception cref="GridRefusedException">The grid does not know the credentials.</exception>
    /// <exception cref="GridUnreachableException">No success for too long.</exception>
    public static async Task<HttpTarget> StartAsync(
        LoadOptions options, Uri root, TimeProvider time, CancellationToken cancellationToken)
    {
        var target = new HttpTarget(options, root, time);
        try
        {
            using var lane = new GridLane(target.Client);
            await lane.SignInAsync(cancellationToken);
            return target;
        }
        catch (Exception)
        {
            await target.DisposeAsync();
            throw;
        }
    }

    public LoadWallets Wallets(string part, int count)
    {
        var wallets = new LoadWallets($"{Run}-{part}-", count);
        foreach (var wallet in wallets)
        {
            _wallets.Enqueue(wallet);
        }

        return wallets;
    }

    /// <summary>New users, whose wallets are checked as the others are.</summary>
    public async Task<IReadOnlyList<LoadUser>> RegisterAsync(
        int count, CancellationToken cancellationToken)
    {
        var users = await LoadUsers.RegisterAsync(Client, Run, count, cancellationToken);
        foreach (var user in users)
        {
            _wallets.Enqueue(user.Wallet);
        }

        return users;
    }

    public IWorkload CreateTrades(LoadOptions options) =>
        new HttpTradeWorkload(this, Math.Max(1, options.Users / 2));

    /// <summary>
    /// Balances against acknowledged operations and, where a database is named, its books.
    /// </summary>
    public async Task<LoadChecks> VerifyAsync(CancellationToken cancellationToken)
    {
        var wrong = await _pending.SettleAsync(Client, CheckLanesMax, cancellationToken);
        LoadWallet[] touched = [.. _wallets.Where(wallet => wallet.IsTouched)];
        var differences = await BalanceChecks.RunAsync(
            Client, CheckLanesMax, touched, Currency, cancellationToken);
        var checks = new LoadChecks(0, [], touched.Length).With(wrong).With(differences);
        if (string.IsNullOrEmpty(_options.ConnectionString))
        {
            return checks;
        }

        try
        {
            await using var database = NpgsqlDataSource.Create(_options.ConnectionString);
            var breaches = await BookChecks.RunAsync(database, cancellationToken);
            return checks with { Breaches = checks.Breaches + breaches };
        }
        catch (NpgsqlException failure)
        {
            // Told with what was measured, which would be lost otherwise.
            return checks.With([$"the books can't be checked: {failure.Message}"]);
        }
    }

    public ValueTask DisposeAsync()
    {
        Lanes.Dispose();
        Client.Dispose();
        return ValueTask.CompletedTask;
    }
}
