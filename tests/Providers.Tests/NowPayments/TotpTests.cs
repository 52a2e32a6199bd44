using OrleansWallet.Providers.NowPayments;

namespace OrleansWallet.Providers.Tests.NowPayments;

public sealed class TotpTests
{
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>Appendix B of RFC 6238, the last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_AtATime_IsThatOfTheStandard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void Secret_WhenGroupedOrPadded_IsTheSame() =>
        Assert.Equal(
            "287082",
            Totp.Code(
                "gezd gnbv gy3t qojq gezd gnbv gy3t qojq====",
                DateTimeOffset.FromUnixTimeSeconds(59)));

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("", false)]
    [InlineData("GEZDGNB1", false)]
    public void Secret_WhenNotBase32_IsNotOne(string secret, bool isOne) =>
        Assert.Equal(isOne, Totp.IsSecret(secret));
}
