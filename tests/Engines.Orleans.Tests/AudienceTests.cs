using OrleansWallet.Engines.Orleans.Streams;
using OrleansWallet.Testing;

namespace OrleansWallet.Engines.Orleans.Tests;

public sealed class AudienceTests
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

    private readonly ManualTime _time = new();
    private readonly HashSet<int> _heard = [];
    private readonly List<int> _asked = [];
    private readonly Audience _audience;

    public AudienceTests() => _audience = new Audience(3, Ask, _interval, _time);

    [Fact]
    public void IsHeard_BeforeItWasAsked_IsTrue() => Assert.True(_audience.IsHeard(0));

    [Fact]
    public async Task Refresh_AsksOnlyAboutPartitionsThatWerePublishedTo()
    {
        _audience.IsHeard(1);

        await _audience.Refresh();
        await _audience.Refresh();

        Assert.Equal([1], _asked);
    }

    [Fact]
    public async Task IsHeard_WhenNobodyHears_IsFalseUntilSomebodyDoes()
    {
        _audience.IsHeard(2);
        await _audience.Refresh();
        Assert.False(_audience.IsHeard(2));

        _heard.Add(2);
        _time.Advance(_interval);
        await _audience.Refresh();

        Assert.True(_audience.IsHeard(2));
    }

    [Fact]
    public async Task IsHeard_WhenTheAnswerIsOld_IsTrue()
    {
        _audience.IsHeard(0);
        await _audience.Refresh();

        _time.Advance(_audience.Notice + TimeSpan.FromMilliseconds(1));

        Assert.True(_audience.IsHeard(0));
    }

    private Task<bool> Ask(int partition)
    {
        _asked.Add(partition);
        return Task.FromResult(_heard.Contains(partition));
    }
}
