using System.Security.Cryptography;
using System.Text;
using OrleansWallet.Providers.NowPayments;

namespace OrleansWallet.Providers.Tests.NowPayments;

/// <summary>The signatures were made by Node.js, as the provider's own library makes them.
/// </summary>
public sealed class IpnSignatureTests
{
    private const string Secret = "t";

    private const string Signature =
        "a889287ff0917ad8d74e56c7ebd9100c5dee9a1d83b685aecf6ef5bcf914f4e8"
        + "690e4cbd70bad8cd783ba8da30fb9bf7fd7f785626dafa2348d0f71110a3fc92";

    private const string Sorted =
        """{"fee":{"depositFee":0.000002,"withdrawalFee":0},"order_description":"é<+","""
        + """ "pay_amount":1e-7,"payment_id":1,"payment_status":"partially_paid"}""";

    private const string Sent =
        """{"payment_status":"partially_paid","payment_id":1,"pay_amount":1e-7,"""
        + """ "order_description":"é<+","fee":{"withdrawalFee":0,"depositFee":0.000002}}""";

    public static TheoryData<string, string, string> Vectors => new()
    {
        // As it is signed: the keys in order and no blanks.
        { Sorted.Replace(" ", "", StringComparison.Ordinal), Secret, Signature },
        { Sent, Secret, Signature },
        { Sent.Replace(":", " :\r\n\t", StringComparison.Ordinal), Secret, Signature },
        {
            // What JavaScript does not escape, keys like array indexes, arrays, large numbers.
            "{\"order_description\":\"\U0001F600\u2028\u007f/&'<>+é\",\"b\":{\"10\":1,\"9\":2,"
            + "\"a\":[{\"z\":1,\"y\":null},true,1e+21,-0.5]},\"a\":\"x\\\"y\\\\z\\n\",\"01\":0}",
            Secret,
            "965f684cae12fcfd68bcb31f14ebfc648aaad6306919eb3ec0aeb1ff65bbb2b1"
            + "279f74ae4ce9e9bf17b49222320b7a4a2bb222dd37050ef572c6bfe3310d095d"
        },
        {
            // The blanks around a secret do not belong to it.
            """
            {"payment_id":5745459419,"parent_payment_id":null,"payment_status":"finished",
            "pay_currency":"eth","actually_paid":12.123456789012346,
            "pay_amount":"0.000000000000000001","order_id":"d-1"}
            """,
            " secret with blanks ",
            "097486fb63a3e31b6d4823b9dfac80bc0eb8e8e9762c15e04166fee3c063c50d"
            + "69a8d19b273979f6b93685735da7b7da8f58a3adda6bf23d0a9dc12f8e1f63bc"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Signature_WhenMadeByTheProvider_Holds(string body, string secret, string signature)
    {
        Assert.True(Verify(body, signature, secret));
        Assert.True(Verify(body, signature.ToUpperInvariant(), secret));
        Assert.False(Verify(body, signature, secret + "x"));
        Assert.False(Verify(body.Replace('1', '2'), signature, secret));
    }

    [Fact]
    public void Signature_WhenOverTheRawBody_HoldsWhateverTheNumbersLookLike()
    {
        const string Body = """{"b":12.10,"a":1.0E+2}""";
        var signature = Convert.ToHexStringLower(HMACSHA512.HashData(
            Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Body)));

        Assert.True(Verify(Body, signature, Secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a889")]
    [InlineData("zz89287ff0917ad8d74e56c7ebd9100c5dee9a1d83b685aecf6ef5bcf914f4e8690e4cbd70bad8cd783ba8da30fb9bf7fd7f785626dafa2348d0f71110a3fc92")]
    [InlineData("a889287ff0917ad8d74e56c7ebd9100c5dee9a1d83b685aecf6ef5bcf914f4e8690e4cbd70bad8cd783ba8da30fb9bf7fd7f785626dafa2348d0f71110a3fc9200")]
    [InlineData("a889287ff0917ad8d74e56c7ebd9100c5dee9a1d83b685aecf6ef5bcf914f4e8690e4cbd70bad8cd783ba8da30fb9bf7fd7f785626dafa2348d0f71110a3fc93")]
    public void Signature_WhenMalformedOrWrong_Fails(string? header) =>
        Assert.False(Verify(Sent, header, Secret));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Signature_WhenThereIsNoSecret_Fails(string secret)
    {
        // Anyone can sign with an empty key.
        var signature = Convert.ToHexStringLower(
            HMACSHA512.HashData(Array.Empty<byte>(), Encoding.UTF8.GetBytes(Sent)));
        Assert.False(Verify(Sent, signature, secret));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":"\ud800","\udc00":1}""")]
    public void Signature_WhenTheBodyIsBroken_Fails(string body) =>
        Assert.False(Verify(body, Signature, Secret));

    [Fact]
    public void Signature_WhenTheBodyIsNotUtf8OrTooBigOrTooDeep_Fails()
    {
        Assert.False(IpnSignature.Verify([0x7b, 0xff, 0x7d], Signature, Secret));
        Assert.False(IpnSignature.Verify(new byte[70_000], Signature, Secret));
        Assert.False(Verify(new string('[', 1_000) + new string(']', 1_000), Signature, Secret));
    }

    private static bool Verify(string body, string? header, string secret) =>
        IpnSignature.Verify(Encoding.UTF8.GetBytes(body), header, secret);
}
