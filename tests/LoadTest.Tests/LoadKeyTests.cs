using System.Text;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Tests;

public sealed class LoadKeyTests
{
    [Fact]
    public void New_IsAUuidOfVersion7_WithItsTime()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var key = LoadKey.New().Value;
        var after = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

        Assert.Equal((7, 0x8), (key.Version, key.Variant & 0xC));
        Assert.InRange(Convert.ToInt64(key.ToString("N")[..12], 16), before, after);
    }

    [Fact]
    public void New_IsUnlikeEveryOther() =>
        Assert.Equal(
            10_000, Enumerable.Range(0, 10_000).Select(_ => LoadKey.New()).Distinct().Count());

    [Fact]
    public void AddTo_WritesItsText()
    {
        var key = LoadKey.New();

        Assert.Equal(
            $"-{key}", Encoding.UTF8.GetString(key.AddTo(new Utf8Buffer(1).Add("-"u8)).Span));
    }
}
