using System.Globalization;
using System.Text.Json;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>Values that something, somewhere, may not expect.</summary>
internal static class BadValues
{
    /// <summary>Raw JSON, some of it not JSON at all.</summary>
    private static readonly string[] _fragments =
    [
        "null", "true", "false", "[]", "{}", "[[]]", "[null]", """{"a":null}""", "[1,\"a\"]",
        "0", "-0", "-1", "0.0", "1E+2", "1e400", "1e-400", "1e999999999", "-1e-7", "5e-324",
        "1" + Zeros(40), "0." + Zeros(29) + "1", "1." + Zeros(30), "-1" + Zeros(40),
        "9223372036854775807", "9223372036854775808", "2147483648", "1" + Zeros(5_000),
        "NaN", "Infinity", "-Infinity", "0x10", "01", "1.", ".5", "+1", "1_000", "--1",
        "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"a\\ud83d\"",
        "\"\\ud83d\\ude00\"", "\"\\x41\"", "\"\\u12\"", "\"\n\"", "\"open", "'single'",
        "/* comment */ 1", "undefined", "",
    ];

    /// <summary>Texts: in JSON they are quoted, in queries and paths escaped.</summary>
    private static readonly string[] _texts =
    [
        "", " ", "\t", "0", "-0", "1e400", "1e-400", "NaN", "Infinity", "1,5", " 1", "1 ", "+1",
        "-1", "1e", "1e+", ".", "-", "1" + Zeros(40), "0." + Zeros(29) + "1", "0." + Zeros(70),
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "2147483648",
        "t1-9223372036854775807", "t9223372036854775807-1", "t0-0", "t-1", "t1-1-1",
        "\u0661\u0662", "\uff11", "\u202Etxt.exe", "\U0001F600", "e\u0301", "\uFEFFa", "\u0085",
        "null", "true", "[]", "{}", "../../etc/passwd", "..", "'; drop table wallets; --",
        "<script>alert(1)</script>", "{0}", "%s%n", "${jndi:ldap://x}", "%00", "%zz",
        "world:other", "world:", "platform:fees", "platform:liquidity", "proc:trade", "bank:1",
        "USD", "usd", "ETH", "XXX", "spot", "savings", "SPOT", "credit", "reversal", "atomic",
        "0001-01-01", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31",
        "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00", "2026-02-30", "2026-1-1",
        "2026-01-01T24:00:00Z", "2026-01-01T00:00:60Z", "1e3-01-01", "0000-00-00", "infinity",
        "=cmd|' /C calc'!A0", "@a", "a@b", "a b@c.d", new('a', 64), new('a', 65), new('A', 128),
        new('A', 129), new('x', 500), new('\u00e9', 501), new('x', 5_000), new('\u4e2d', 1_400),
    ];

    public static string Text(Random random) =>
        random.Next(8) == 0 ? Noise(random) : random.Pick(_texts);

    public static string Fragment(Random random) => random.Next(20) switch
    {
        0 => Nested("[", "]", random),
        1 => Nested("{\"a\":", "}", random),
        < 11 => random.Pick(_fragments),
        _ => JsonSerializer.Serialize(Text(random)),
    };

    /// <summary>Any characters; no line ends, which would end a header.</summary>
    public static string Noise(Random random) =>
        string.Create(random.Next(1, 40), random, static (span, r) =>
        {
            foreach (ref var c in span)
            {
                c = (char)(r.Next(4) == 0 ? r.Next(0x20, 0xd800) : r.Next(0x20, 0x7f));
            }
        });

    public static string Zeros(int count) => new('0', count);

    public static T Pick<T>(this Random random, IReadOnlyList<T> items) =>
        items[random.Next(items.Count)];

    private static string Nested(string open, string close, Random random)
    {
        var depth = random.Pick([15, 16, 17, 60, 63, 64, 65, 1_000, 20_000]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Concat(Enumerable.Repeat(open, depth))}1"
            + $"{string.Concat(Enumerable.Repeat(close, depth))}");
    }
}
