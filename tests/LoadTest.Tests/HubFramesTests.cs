using System.Text;
using OrleansWallet.LoadTest.Workloads.Push;

namespace OrleansWallet.LoadTest.Tests;

public sealed class HubFramesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void TryTake_HoweverTheFramesAreCut_TellsEachMessage(int frameLength)
    {
        string[] messages = ["{}", "{\"type\":6}", new string('x', 10_000), "{\"type\":7}"];
        var stream = Encoding.UTF8.GetBytes(string.Concat(messages.Select(m => m + '\u001e')));
        var frames = new HubFrames();
        var taken = new List<string>();

        for (var at = 0; at < stream.Length;)
        {
            var room = frames.Room();
            var length = Math.Min(Math.Min(frameLength, room.Length), stream.Length - at);
            stream.AsSpan(at, length).CopyTo(room.Span);
            frames.Received(length);
            at += length;
            while (frames.TryTake(out var message))
            {
                taken.Add(Encoding.UTF8.GetString(message.Span));
            }
        }

        Assert.Equal(messages, taken);
    }
}
