using System.Buffers.Text;
using System.Text;
using OrleansWallet.Api.Tests.Requests;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>Changes the path and the query of a request.</summary>
internal static class TargetMutator
{
    private static readonly string[] _wellKnown =
        ["cursor", "limit", "at", "from", "to", "after_version", "key", "access_token", "id"];

    private static readonly string[] _rawSegments =
        ["%00", "%2F", "%zz", "%", "..", "%c0%80", "%ed%a0%80", "\u00e9", "a b", "|", "%0d%0a", "*"];

    private static readonly string[] _methods =
        ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QQ", "get"];

    public static void ChangePath(Random random, RawRequest request, ApiRoute route)
    {
        if (random.Next(8) == 0)
        {
            request.Method = random.Pick(_methods);
            return;
        }

        var (path, query) = Split(request.Target);
        var segments = path.Split('/');
        var at = Segment(random, route, segments.Length);
        segments[at] = random.Next(6) switch
        {
            0 => random.Pick(_rawSegments),
            1 => new string('9', random.Pick([19, 20, 128, 129, 10_000])),
            2 or 3 when segments[at].Contains('-', StringComparison.Ordinal) =>
                Renumber(random, segments[at]),
            _ => Escape(BadValues.Text(random)),
        };
        request.Target = string.Join('/', segments) + query;
    }

    public static void ChangeQuery(Random random, RawRequest request, Scene scene)
    {
        var (path, query) = Split(request.Target);
        var pairs = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).ToList();
        var name = pairs.Count > 0 && random.Next(2) == 0
            ? random.Pick(pairs).Split('=')[0]
            : random.Pick(_wellKnown);
        if (random.Next(4) > 0)
        {
            pairs.RemoveAll(p => p.StartsWith(name + "=", StringComparison.Ordinal));
        }

        pairs.Add(name == "cursor" && random.Next(4) > 0
            ? $"{name}={Cursor(random, scene)}"
            : random.Next(10) == 0
                ? $"{name}{random.Pick(["", "=%zz", "=%00", "[]=1", "=%ed%a0%80", "=&=&&"])}"
                : $"{name}={Escape(BadValues.Text(random))}");
        request.Target = $"{path}?{string.Join('&', pairs)}";
    }

    /// <summary>Mostly one that the route takes a value from.</summary>
    private static int Segment(Random random, ApiRoute route, int count)
    {
        var pattern = route.Pattern.Split('/');
        var values = Enumerable.Range(0, pattern.Length).Where(i => pattern[i].Contains('{')).ToList();
        return values.Count > 0 && random.Next(8) > 0 ? random.Pick(values) : random.Next(1, count);
    }

    // Opaque, but anybody can make one.
    private static string Cursor(Random random, Scene scene)
    {
        var json = scene.Fill(
            """
            {"user":"{user_id}","currency":"USD","account":"spot","type":"topup","from":"2026-01-01",
             "direction":"credit","reference":"x","minAmount":"1","maxAmount":"2","before":5}
            """);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonMutator.Mutate(random, json)));
    }

    /// <summary>An id such as <c>t12-3</c> with another last number: it still names its wallet.</summary>
    private static string Renumber(Random random, string id) =>
        id[..(id.LastIndexOf('-') + 1)]
        + random.Pick(["0", "2", "9223372036854775807", "9223372036854775400", "9999999999"]);

    private static string Escape(string text) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(b => $"%{b:x2}"));

    private static (string Path, string Query) Split(string target) =>
        target.IndexOf('?', StringComparison.Ordinal) is var at and >= 0
            ? (target[..at], target[at..])
            : (target, "");
}
