using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Recovery;

/// <summary>
/// Finds what a crash left unfinished, by indexed scans, and gives it to the grains. Running it
/// late, twice, or on several machines at once does no harm: every step has its key.
/// </summary>
public sealed class RecoveryScan(GrainServices services)
{
    private static readonly TransactionType _expiry = new("hold_expired");

    /// <summary>Scans until cancelled.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(services.Options.RecoveryInterval, services.Time);
        do
        {
            try
            {
                await RunOnce(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                GrainLog.RecoveryFailed(services.Logger, e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>One scan; ends when the grains have dealt with what it found.</summary>
    /// <returns>How many pieces of work it found.</returns>
    /// <exception cref="JournalUnavailableException">The journal is away.</exception>
    public async Task<int> RunOnce(CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        var limit = services.Options.RecoveryBatch;
        var postings = await services.Journal.FindUnfinishedPostings(
            services.Options.RecoveryAge, limit, cancellationToken);
        var holds = await services.Journal.FindExpiredHolds(now, limit, cancellationToken);
        if (postings.Count + holds.Count > 0)
        {
            GrainLog.Recovering(services.Logger, postings.Count, holds.Count);
        }

        var due = services.Processes is { } processes
            ? await processes.Journal.FindDue(limit, cancellationToken)
            : [];
        if (due.Count > 0)
        {
            GrainLog.ResumingProcesses(services.Logger, due.Count);
        }

        var work = new List<Task>();
        foreach (var process in due)
        {
            work.Add(services.Grains.Process(process).Resume(cancellationToken).AsTask());
        }

        foreach (var posting in postings)
        {
            work.Add(Deliver(posting, cancellationToken));
        }

        foreach (var hold in holds)
        {
            work.Add(Expire(hold, cancellationToken));
        }

        await Task.WhenAll(work);
        return work.Count;
    }

    private async Task Deliver(UnfinishedPosting posting, CancellationToken cancellationToken) =>
        await services.Grains.Wallet(posting.Source).Deliver(posting.Seq, cancellationToken);

    private async Task<WalletAnswer> Expire(ExpiredHold hold, CancellationToken cancellationToken)
    {
        var context = new CommandContext(
            CommandKey.OfExpiry(hold.Wallet, hold.Name, hold.CreatedAt), _expiry, hold.Name);
        return await services.Grains.Wallet(hold.Wallet)
            .Execute(new WalletCommand.Expire(context), cancellationToken);
    }
}
