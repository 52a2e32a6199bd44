using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Grains;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Processes;
using OrleansWallet.Simulation.Grid;

namespace OrleansWallet.Simulation.Tests.Regressions;

public sealed class TakenActionTests
{
    private static readonly WalletId _user = new("w0");

    // Found at seed 354 with all faults: another copy had gone on with the process, and the journal
    // was away when this one wanted to read what had become of it.
    [Fact]
    public async Task Action_ThatIsCommittedBeforeTheJournalGoesAway_IsNotToldAsNotAccepted()
    {
        var grain = new ProcessGrain(
            new ProcessId(ProcessKind.Withdrawal, "wd1"),
            new GrainServices(
                new RefusingGrains(), null!, null!, TimeProvider.System, new GrainOptions(),
                NullLogger.Instance)
            {
                Processes = new ProcessServices(
                    new FailingJournal(), new ProcessJson(CurrencyRegistry.Default),
                    new PlatformTerms().CreateRules(), SimProcessStream.Instance,
                    NoOutside.Instance),
            });

        var answer = await grain.Act(new WithdrawalAction.Create(
            _user, new Amount(1, Scenario.Usd), null, "address", null)
        {
            By = new Actor(_user.Value, ActorRole.User),
            Request = 1,
        });

        Assert.IsType<ProcessAnswer.OutcomeUnknown>(answer);
    }

    // Takes the first write, has a newer version at the second, and is away then.
    private sealed class FailingJournal : IProcessJournal
    {
        private int _writes;

        public ValueTask<ProcessRow?> Load(ProcessId id, CancellationToken cancellationToken) =>
            _writes == 0 ? new((ProcessRow?)null) : throw new JournalUnavailableException();

        public Task<ProcessCommit> Write(ProcessWrite write) =>
            Task.FromResult(++_writes == 1 ? ProcessCommit.Done : ProcessCommit.Conflict);

        public ValueTask<IReadOnlyList<ProcessId>> FindDue(
            int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask Beat(TimeSpan outageAfter, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<IReadOnlyList<Outage>> FindOutages(
            DateTimeOffset since, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class RefusingGrains : IGrains, IProcessGrain
    {
        public IWalletGrain Wallet(WalletId id) => throw new NotSupportedException();

        public IProcessGrain Process(ProcessId id) => this;

        public ValueTask<ProcessAnswer> Act(
            ProcessAction action, CancellationToken cancellationToken = default) =>
            new(new ProcessAnswer.Refused(
                new ProcessRefusal(ProcessRefusalCode.LimitExceeded, "too much")));

        public ValueTask<ProcessState?> Get(CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask Resume(CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
