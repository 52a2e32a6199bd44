using System.Globalization;
using OrleansWallet.Api.Tests.Requests;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>Changes the headers of a request: tokens, keys, types and lengths.</summary>
internal static class HeaderMutator
{
    private const string Key = "Idempotency-Key";

    private static readonly string[] _contentTypes =
    [
        "", "text/plain", "application/xml", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x", "application/json; charset=utf-16",
        "application/json; charset=utf-7", "application/json; charset=none-such",
        "application/json; charset=", "application/json; charset=\"utf-8\"", "application/*",
        "application/problem+json", "application/json, text/plain", "garbage", ";;;",
    ];

    public static void ChangeToken(Random random, RawRequest request, Scene scene)
    {
        var role = random.Pick(Roles.All);
        var token = scene.Token(role) ?? "";
        request.SetHeader("Authorization", random.Next(11) switch
        {
            0 => null,
            1 => "Bearer",
            2 => "Bearer ",
            3 => "Bearer " + BadValues.Noise(random),
            4 => "Bearer " + token[..random.Next(token.Length + 1)],
            5 => "Bearer " + scene.RefreshToken,
            6 => "Bearer " + new string('A', 6_000),
            7 => "Basic dXNlcjpwYXNz",
            8 => "Bearer " + Flip(random, token),
            9 => "bearer " + token,
            _ => "Bearer " + token,
        });
        if (random.Next(8) == 0)
        {
            request.Headers.Add(("Authorization", "Bearer " + token));
        }
    }

    public static void ChangeKey(Random random, RawRequest request)
    {
        request.SetHeader(Key, random.Next(9) switch
        {
            0 => new string('k', 10_000),
            1 => "",
            2 => "cl\u00e9",
            3 => "\U0001F511",
            4 => "two words",
            5 => new string('k', 255),
            6 => new string('k', 256),
            7 => BadValues.Noise(random),
            _ => "same-key",
        });
        if (random.Next(4) == 0)
        {
            request.Headers.Add((Key, "another"));
        }
    }

    public static void ChangeType(Random random, RawRequest request)
    {
        if (random.Next(3) > 0)
        {
            request.SetHeader("Content-Type", random.Pick(_contentTypes));
            return;
        }

        request.SetHeader("Accept", random.Pick(
            ["text/csv", "text/csv;q=x", "*/*;q=9", "image/png", "", ",,,", BadValues.Noise(random)]));
    }

    /// <summary>Lengths that are wrong: the server may also just hang up.</summary>
    public static void ChangeLength(Random random, RawRequest request)
    {
        var length = request.Body.Length;
        request.MayBreak = true;
        request.EndsEarly = true;
        switch (random.Next(8))
        {
            case 0:
                Length(request, $"{length + random.Next(1, 1_000)}");
                break;
            case 1:
                Length(request, $"{random.Next(length + 1)}");
                break;
            case 2:
                Length(request, random.Pick(["-1", "x", "", "99999999999999999999", "0x10", "1,1"]));
                break;
            case 3:
                Length(request, $"{int.MaxValue}");
                break;
            case 4:
                Length(request, string.Create(CultureInfo.InvariantCulture, $"{length}"));
                request.Headers.Add(("Transfer-Encoding", "chunked"));
                break;
            case 5:
                request.Headers.Add(("Transfer-Encoding", "chunked"));
                request.BodyText = $"{length:x}\r\n{request.BodyText}\r\n";
                break;
            case 6:
                request.Headers.Add(("Transfer-Encoding", random.Pick(["gzip", "chunked, x", ""])));
                break;
            default:
                Length(request, "1");
                Length(request, "2");
                break;
        }
    }

    private static void Length(RawRequest request, string value) =>
        request.Headers.Add(("Content-Length", value));

    private static string Flip(Random random, string token)
    {
        var letters = token.ToCharArray();
        for (var i = 0; i < 3 && letters.Length > 0; i++)
        {
            letters[random.Next(letters.Length)] = (char)random.Next('A', 'z');
        }

        return new string(letters);
    }
}
