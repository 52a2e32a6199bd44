using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Import.Balances;
using OrleansWallet.Import.Reports;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Posting;

/// <summary>Brings balances into their wallets, many at a time.</summary>
internal sealed class BalancePoster(
    IGrains grains, ImportOptions options, RowLog<FailedBalance> failed, ImportProgress progress,
    TimeProvider time)
{
    private static readonly TimeSpan _pauseMin = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _pauseMax = TimeSpan.FromSeconds(2);

    public PostingCounts Counts { get; } = new();

    /// <exception cref="ImportStoppedException">The database stayed away.</exception>
    public Task Post(BalanceBook book, CancellationToken cancellationToken)
    {
        progress.Begin(ImportPhase.Crediting, book.Balances.Count);
        return Parallel.ForEachAsync(
            book.Balances,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.InFlightMax,
                CancellationToken = cancellationToken,
            },
            async (balance, stop) =>
            {
                if (!balance.Value.IsZero)
                {
                    await Post(balance.Key, balance.Value, stop);
                }

                progress.AddDone();
            });
    }

    private async ValueTask Post(
        BalanceKey key, BalanceSum sum, CancellationToken cancellationToken)
    {
        // All or none: what was locked is never there without its hold.
        var commands = MigrationCommands.For(key, sum, options.LockedPolicy);
        var answers = await Execute(key.User, commands, cancellationToken);
        for (var i = 0; i < commands.Count; i++)
        {
            switch (answers[i])
            {
                case WalletAnswer.Done done:
                    Counts.AddDone(done.Replayed);
                    break;
                case WalletAnswer.Refused refused:
                    Counts.AddFailed();
                    failed.Add(Describe(key, commands[i], refused.Refusal.Code));
                    break;
                default:
                    throw new InvalidOperationException($"{answers[i]} is no answer to end with");
            }
        }
    }

    // The same keys again, so that nothing is done twice whatever became of the first try.
    private async ValueTask<IReadOnlyList<WalletAnswer>> Execute(
        string user, IReadOnlyList<MigrationCommand> commands, CancellationToken cancellationToken)
    {
        var wallet = grains.Wallet(new WalletId(user));
        WalletCommand[] all = [.. commands.Select(c => c.Command)];
        var began = time.GetTimestamp();
        for (var pause = _pauseMin; ; pause = TimeSpan.FromTicks(
            Math.Min(pause.Ticks * 2, _pauseMax.Ticks)))
        {
            var answers = await wallet.ExecuteAll(all, cancellationToken);
            if (!answers.Any(a => a is WalletAnswer.NotAccepted or WalletAnswer.OutcomeUnknown))
            {
                return answers;
            }

            if (time.GetElapsedTime(began) > options.RetryLimit)
            {
                throw new ImportStoppedException(
                    $"the database was away for {options.RetryLimit.TotalSeconds:0} s");
            }

            progress.AddRetry();
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private static FailedBalance Describe(
        BalanceKey key, MigrationCommand command, RefusalCode code) => new(
            key.Collection.Name(), key.User, AccountNames.Of(key.Account), key.Currency.Code,
            command.Part, command.Amount.ToString(),
            code == RefusalCode.KeyReusedWithOtherInput ? "conflict" : RefusalNames.Of(code));
}
