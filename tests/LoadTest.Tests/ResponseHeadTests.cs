using System.Text;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Tests;

public sealed class ResponseHeadTests
{
    [Fact]
    public void TryRead_OfAWholeHead_TellsWhatIsNeeded()
    {
        var bytes = Encoding.ASCII.GetBytes(
            "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 17\r\nRetry-After: 2\r\n"
            + "Connection: close\r\nidempotency-replayed: true\r\n\r\n{");

        Assert.True(ResponseHead.TryRead(bytes, out var head));

        Assert.Equal(
            new ResponseHead(
                bytes.Length - 1, 503, 17, false, true, true, TimeSpan.FromSeconds(2)),
            head);
    }

    [Fact]
    public void TryRead_OfAChunkedAnswer_SaysSo()
    {
        var bytes = Encoding.ASCII.GetBytes(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");

        Assert.True(ResponseHead.TryRead(bytes, out var head));

        Assert.True(head.IsChunked);
        Assert.Null(head.ContentLength);
        Assert.False(head.Closes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r")]
    public void TryRead_OfAPart_Waits(string part) =>
        Assert.False(ResponseHead.TryRead(Encoding.ASCII.GetBytes(part), out _));

    [Fact]
    public void TryRead_OfAnotherProtocol_Throws() =>
        Assert.Throws<InvalidDataException>(
            () => ResponseHead.TryRead("SSH-2.0-x y z\r\n\r\n"u8, out _));
}
