using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Grains.Wallets;
using OrleansWallet.Testing;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>Real grains on a journal, a clock and turns that the test moves by hand.</summary>
internal sealed class HandGrains : IGrains
{
    private readonly Dictionary<WalletId, IWalletGrain> _wallets = [];

    public HandGrains()
    {
        Journal = new HandJournal { Time = Time };
        Services = new GrainServices(
            this, Journal, Stream, Time, new GrainOptions(), NullLogger.Instance);
    }

    public HandJournal Journal { get; }

    public ManualTime Time { get; } = new();

    public TurnQueue Turns { get; } = new();

    public RecordingStream Stream { get; } = new();

    public GrainServices Services { get; }

    public IProcessGrain Process(ProcessId id) =>
        throw new NotSupportedException("only wallets are played by hand");

    public IWalletGrain Wallet(WalletId id)
    {
        if (!_wallets.TryGetValue(id, out var wallet))
        {
            _wallets[id] = wallet = new WalletGrain(id, Services);
        }

        return wallet;
    }

    /// <summary>Puts another grain at an address.</summary>
    public void Replace(WalletId id, IWalletGrain grain) => _wallets[id] = grain;

    /// <summary>Forgets the live copy, as idle collection or a crash does.</summary>
    public void Drop(WalletId id) => _wallets.Remove(id);

    public Task<WalletAnswer> Execute(WalletId id, WalletCommand command) =>
        Turns.Call(() => Wallet(id).Execute(command));

    public Task<IReadOnlyList<WalletAnswer>> ExecuteAll(
        WalletId id, params WalletCommand[] commands) =>
        Turns.Call(() => Wallet(id).ExecuteAll(commands));

    public Task<WalletBalances> Read(WalletId id) => Turns.Call(() => Wallet(id).GetBalances());

    /// <summary>Commits until nothing waits.</summary>
    public void CommitAll()
    {
        Turns.Run();
        for (var i = 0; Journal.Waiting > 0; i++)
        {
            Assert.True(i < 1_000, "the same is committed over and over");
            Journal.CommitNext();
            Turns.Run();
        }
    }

    /// <summary>Executes and commits all that follows.</summary>
    public WalletAnswer Do(WalletId id, WalletCommand command)
    {
        var answer = Execute(id, command);
        CommitAll();
        Assert.True(answer.IsCompleted);
        return answer.Result;
    }

    /// <summary>A second live copy of a wallet, as on another machine.</summary>
    internal sealed class Elsewhere(HandGrains grains, WalletId id)
    {
        private readonly WalletGrain _copy = new(id, grains.Services);

        public void Do(WalletCommand command)
        {
            var answer = grains.Turns.Call(() => _copy.Execute(command));
            grains.CommitAll();
            Assert.IsType<WalletAnswer.Done>(answer.Result);
        }
    }
}
