using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class EntryHashTests
{
    private static readonly byte[] _bytes =
        [.. Enumerable.Range(0, EntryHash.Size).Select(i => (byte)(i * 7))];

    [Fact]
    public void EntryHash_WhenReadBack_IsTheSameBytes()
    {
        var hash = new EntryHash(_bytes);

        Assert.Equal(_bytes, hash.ToArray());
        Assert.Equal(Convert.ToHexStringLower(_bytes), hash.ToString());
        Assert.Equal(new EntryHash(hash.ToArray()), hash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(31)]
    public void Equals_WhenOneByteDiffers_IsFalse(int at)
    {
        var other = _bytes.ToArray();
        other[at] ^= 1;

        Assert.NotEqual(new EntryHash(_bytes), new EntryHash(other));
    }

    [Fact]
    public void Default_IsAllZero() =>
        Assert.All(default(EntryHash).ToArray(), b => Assert.Equal(0, b));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void EntryHash_WhenNot32Bytes_Throws(int length) =>
        Assert.Throws<ArgumentException>(() => new EntryHash(new byte[length]));
}
