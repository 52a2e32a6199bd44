using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Engines.Orleans.Hosting;
using OrleansWallet.Engines.Orleans.Wallets;
using static OrleansWallet.Testing.Commands;
using static OrleansWallet.Testing.Wait;

namespace OrleansWallet.Engines.Orleans.Tests;

public sealed class WalletOutboxesTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly WalletId _wallet = new("w");

    private readonly WalletOutboxes _outboxes = new(new GrainCalls(
        new OrleansOptions { CallDeadline = TimeSpan.Zero }, TimeProvider.System,
        NullLogger<GrainCalls>.Instance));

    [Fact]
    public async Task Command_WhenNoneIsUnanswered_GoesAtOnceAndByItself()
    {
        var grain = new HeldGrain();
        grain.Release();

        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal(HeldGrain.AnswerTo(Credit(Usd(i))), await Execute(grain, Credit(Usd(i))));
        }

        Assert.Equal([1, 1, 1], grain.Messages);
        Assert.Equal(0, _outboxes.Count);
    }

    [Fact]
    public async Task Commands_WhenOneIsUnanswered_GoTogetherAndEachGetsItsOwnAnswer()
    {
        var grain = new HeldGrain();
        var answers = Enumerable.Range(1, 1_000).Select(i => Execute(grain, Credit(Usd(i)))).ToList();
        await Until(() => grain.Messages.Sum() == 1_000);
        Assert.Equal(1, _outboxes.Count);
        Assert.All(answers, a => Assert.False(a.IsCompleted));

        grain.Release();

        for (var i = 1; i <= 1_000; i++)
        {
            Assert.Equal(
                HeldGrain.AnswerTo(Credit(Usd(i))), await answers[i - 1].WaitAsync(_patience));
        }

        Assert.True(grain.Messages.Count < 1_000);
        Assert.All(grain.Messages, count => Assert.InRange(count, 1, 256));
        await Until(() => _outboxes.Count == 0);
    }

    [Fact]
    public async Task Transfer_WhenACommandIsUnanswered_GoesByItself()
    {
        var grain = new HeldGrain();
        var held = Execute(grain, Credit(Usd(1)));
        var transfer = Execute(grain, Transfer(new WalletId("other"), Usd(1)));

        Assert.Equal([1, 1], grain.Messages);

        grain.Release();
        await Task.WhenAll(held, transfer).WaitAsync(_patience);
    }

    [Fact]
    public async Task Commands_WhenOneOfAMessageFails_TheOthersAreAnswered()
    {
        var grain = new HeldGrain
        {
            Fails = command => command is WalletCommand.Credit credit && credit.Amount.Minor == 7
                ? new NotSupportedException("unknown here")
                : null,
        };
        var answers = Enumerable.Range(1, 20).Select(i => Execute(grain, Credit(Usd(i)))).ToList();
        await Until(() => grain.Messages.Sum() == 20);

        grain.Release();

        for (var i = 1; i <= 20; i++)
        {
            var answer = answers[i - 1].WaitAsync(_patience);
            if (i == 7)
            {
                await Assert.ThrowsAsync<NotSupportedException>(() => answer);
            }
            else
            {
                Assert.Equal(HeldGrain.AnswerTo(Credit(Usd(i))), await answer);
            }
        }
    }

    [Fact]
    public async Task Commands_WhenTheSiloDoesNotAnswer_AreOfUnknownOutcome()
    {
        var grain = new HeldGrain { Fails = _ => new TimeoutException() };
        var answers = Enumerable.Range(1, 20).Select(i => Execute(grain, Credit(Usd(i)))).ToList();

        grain.Release();

        Assert.All(
            await Task.WhenAll(answers).WaitAsync(_patience),
            a => Assert.IsType<WalletAnswer.OutcomeUnknown>(a));
        await Until(() => _outboxes.Count == 0);
    }

    private Task<WalletAnswer> Execute(HeldGrain grain, WalletCommand command) =>
        _outboxes.Execute(_wallet, grain, command).AsTask();
}
