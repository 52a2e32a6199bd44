using System.Globalization;
using System.Text;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Tests.Ids;

public class DigestTests
{
    [Fact]
    public void Of_IsTheFirstHalfOfSha256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223", Hex(Digest.Of("abc")));

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    public void Of_WhenTextAsLongAsItsBuffer_EqualsTheBytesDigest(int length)
    {
        var text = new string('x', length - 2) + "\u00E9";

        Assert.Equal(Digest.Of(Encoding.UTF8.GetBytes(text)), Digest.Of(text));
    }

    private static string Hex(UInt128 value) => value.ToString("x32", CultureInfo.InvariantCulture);
}
