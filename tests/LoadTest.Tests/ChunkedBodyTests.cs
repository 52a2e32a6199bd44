using System.Text;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Tests;

public sealed class ChunkedBodyTests
{
    private const string Whole = "5\r\n{\"a\":\r\nB\r\n\"0123456\\n\"\r\n1;x=y\r\n}\r\n0\r\n\r\n";

    [Fact]
    public void TryJoin_OfAllChunks_JoinsThem()
    {
        var bytes = Encoding.ASCII.GetBytes(Whole);

        Assert.True(ChunkedBody.TryJoin(bytes, out var length));

        Assert.Equal("{\"a\":\"0123456\\n\"}", Encoding.ASCII.GetString(bytes, 0, length));
    }

    [Fact]
    public void TryJoin_OfAnyPart_WaitsAndChangesNothing()
    {
        for (var part = 0; part < Whole.Length; part++)
        {
            var bytes = Encoding.ASCII.GetBytes(Whole[..part]);

            Assert.False(ChunkedBody.TryJoin(bytes, out _));
            Assert.Equal(Whole[..part], Encoding.ASCII.GetString(bytes));
        }
    }

    [Fact]
    public void TryJoin_OfSomethingElse_Throws() =>
        Assert.Throws<InvalidDataException>(
            () => ChunkedBody.TryJoin(Encoding.ASCII.GetBytes("{}\r\n"), out _));
}
