using OrleansWallet.Engines.Local;
using OrleansWallet.Journal;

namespace OrleansWallet.Engines.Tests.Local;

public sealed class LocalContractTests : EngineContract
{
    // Idle at once, so that each collection drops all that is not in use; and none comes by
    // itself, however long a test takes.
    protected override Task<IEngine> Create(IJournal journal) =>
        Task.FromResult<IEngine>(new LocalEngine(
            journal,
            new LocalEngineOptions
            {
                IdleAfter = TimeSpan.Zero,
                CollectionInterval = TimeSpan.FromDays(1),
            },
            TimeProvider.System));

    [Fact]
    public void HasSubscribers_WhenNobodySubscribed_IsFalse() =>
        Assert.False(Engine.Stream.HasSubscribers(Testing.Commands.NewWallet()));

    [Fact]
    public async Task HasSubscribers_WhenTheLastLeft_IsFalse()
    {
        var id = Testing.Commands.NewWallet();
        var subscription = await Engine.Stream.Subscribe(id, _ => { });
        Assert.True(Engine.Stream.HasSubscribers(id));

        await subscription.DisposeAsync();

        Assert.False(Engine.Stream.HasSubscribers(id));
    }
}
