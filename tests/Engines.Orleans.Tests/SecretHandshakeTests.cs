using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Engines.Orleans.Hosting;

namespace OrleansWallet.Engines.Orleans.Tests;

public sealed class SecretHandshakeTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("another secret of thirty-two chars", false)]
    public async Task Connection_WhenSecretsAreCompared_GoesOnOnlyIfTheyAreEqual(
        string callers, bool goesOn)
    {
        var (there, here) = Pair();
        var accepted = new TaskCompletionSource();
        var accepting = Build(new SecretHandshake(Secret).Accept, () => accepted.SetResult())(here);
        var offered = new TaskCompletionSource();
        var offering = Build(new SecretHandshake(callers).Offer, () => offered.SetResult())(there);

        await accepting.WaitAsync(TimeSpan.FromSeconds(30));
        await here.Transport.Output.CompleteAsync();
        await offering.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(goesOn, accepted.Task.IsCompleted);
        Assert.Equal(goesOn, offered.Task.IsCompleted);
    }

    [Fact]
    public void Secret_WhenItIsShort_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SecretHandshake("short"));

    private static ConnectionDelegate Build(Action<IConnectionBuilder> configure, Action reached)
    {
        var builder = new ConnectionBuilder(new ServiceCollection().BuildServiceProvider());
        configure(builder);
        builder.Use(_ => _ =>
        {
            reached();
            return Task.CompletedTask;
        });
        return builder.Build();
    }

    private static (ConnectionContext There, ConnectionContext Here) Pair()
    {
        var (first, second) = (new Pipe(), new Pipe());
        return (new DefaultConnectionContext("there", new Duplex(first.Reader, second.Writer), null!),
            new DefaultConnectionContext("here", new Duplex(second.Reader, first.Writer), null!));
    }

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
