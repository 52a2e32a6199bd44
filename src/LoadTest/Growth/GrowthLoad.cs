using Npgsql;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Growth;

/// <summary>Callers that send credits and transfers to the wallets of a filled journal.</summary>
/// <remarks>
/// What a large journal costs shows behind a checkpoint: PostgreSQL then writes each page that it
/// touches for the first time to its log as a whole. So each workload meets the same number of them.
/// </remarks>
internal sealed class GrowthLoad(
    IGrains grains, NpgsqlDataSource database, GrowthOptions options, TimeProvider time)
{
    private static readonly Counterparty _world = new("world:load");
    private static readonly TransactionType _type = new("load");
    private static readonly Amount _amount = new(100, CurrencyRegistry.Default["USD"]);

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private long _number;

    public Task<double> HotAsync() => RunAsync(_ => Credit(0));

    public Task<double> SpreadAsync() => RunAsync(number => Credit(Pick(number)));

    public Task<double> TransferAsync() => RunAsync(number =>
    {
        // Never to itself: the two halves of the wallets.
        var half = Math.Max(1, options.Wallets / 2);
        var from = Pick(number) % half;
        var to = half + (Pick(~number) % half);
        return grains.Wallet(JournalFill.Wallet(from)).Execute(new WalletCommand.Transfer(
            Context(), AccountKind.Spot, null, [new Posting(JournalFill.Wallet(to), _amount)]));
    });

    /// <returns>Done a second.</returns>
    /// <exception cref="InvalidOperationException">A command was not done.</exception>
    private async Task<double> RunAsync(Func<long, ValueTask<WalletAnswer>> call)
    {
        var began = time.GetTimestamp();
        var done = 0L;
        var checkpoints = CheckpointAsync();
        await Task.WhenAll(Enumerable.Range(0, options.Callers).Select(_ => Task.Run(async () =>
        {
            while (time.GetElapsedTime(began) < options.Duration)
            {
                var answer = await call(Interlocked.Increment(ref _number));
                if (answer is not WalletAnswer.Done)
                {
                    throw new InvalidOperationException($"not done: {answer}");
                }

                Interlocked.Increment(ref done);
            }
        })));
        var rate = done / time.GetElapsedTime(began).TotalSeconds;
        await checkpoints;
        return rate;
    }

    private async Task CheckpointAsync()
    {
        for (var i = 0; i < options.Checkpoints; i++)
        {
            await Task.Delay(options.Duration / (options.Checkpoints + 1), time);
            await using var command = database.CreateCommand("checkpoint");
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }

    private ValueTask<WalletAnswer> Credit(int wallet) =>
        grains.Wallet(JournalFill.Wallet(wallet)).Execute(new WalletCommand.Credit(
            Context(), AccountKind.Spot, _amount, _world));

    private CommandContext Context()
    {
        var name = $"{_run}-{Interlocked.Increment(ref _number)}";
        var key = LoadKey.New().ToString();
        return new CommandContext(
            CommandKey.FromService("load", key), _type, new ReferenceId(name));
    }

    // Neighbouring numbers pick unrelated wallets.
    private int Pick(long number) =>
        (int)(((ulong)number * 0x9E3779B97F4A7C15 >> 33) % (ulong)options.Wallets);
}
