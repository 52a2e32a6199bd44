using System.Net.WebSockets;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using OrleansWallet.Api.Balances;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>Bad messages to the hub.</summary>
internal static class HubFrames
{
    private const int TypeMin = 1;
    private const int TypeMax = 9;

    private static readonly string[] _epochs = ["\"\"", "\"other\"", "null", "7", "\"\\ud800\""];

    private static readonly string[] _versions =
    [
        "-1", "0", "1", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
        "1e3", "1.5", "1e400", "\"1\"", "null", "[]", "true",
    ];

    private static readonly string[] _handshakes =
    [
        "", "{}", "null", "[]", "{\"protocol\":1,\"version\":1}", "{\"protocol\":\"json\"}",
        "{\"protocol\":\"messagepack\",\"version\":1}", "{\"protocol\":\"json\",\"version\":-1}",
        "{\"protocol\":\"json\",\"version\":1e400}", "{\"protocol\":\"json\",\"version\":\"1\"}",
        "{\"protocol\":\"\\ud800\",\"version\":1}", "GET / HTTP/1.1\r\n\r\n", "{\"protocol\":",
        new('x', 5_000),
    ];

    /// <summary>Every method that clients may call, by the names that they use.</summary>
    public static readonly IReadOnlyList<string> Methods =
    [
        .. typeof(BalanceHub)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.GetBaseDefinition() == m)
            .Select(m => m.GetCustomAttribute<HubMethodNameAttribute>()?.Name ?? m.Name),
    ];

    public static byte[] Handshake(Random random) =>
        Bytes(random.Next(4) == 0 ? BadValues.Fragment(random) : random.Pick(_handshakes));

    public static (byte[] Bytes, WebSocketMessageType Type) Next(Random random, int call)
    {
        var bytes = Bytes(Text(random, call));
        if (random.Next(10) == 0)
        {
            random.NextBytes(bytes);
        }

        return (bytes, random.Next(10) == 0
            ? WebSocketMessageType.Binary
            : WebSocketMessageType.Text);
    }

    /// <summary>Whether it is a message whose type is a number that the protocol has not.</summary>
    public static bool IsOfUnknownType(ReadOnlySpan<byte> message)
    {
        try
        {
            var reader = new Utf8JsonReader(message[..^1]);
            return JsonElement.ParseValue(ref reader) is { ValueKind: JsonValueKind.Object } frame
                && frame.TryGetProperty("type", out var type)
                && type.ValueKind == JsonValueKind.Number
                && type.TryGetInt32(out var number)
                && number is < TypeMin or > TypeMax;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Text(Random random, int call) => random.Next(12) switch
    {
        0 => BadValues.Fragment(random),
        1 => $$"""{"type":{{BadValues.Fragment(random)}}}""",
        2 => $$"""{"type":{{random.Next(1, 9)}},"invocationId":{{BadValues.Fragment(random)}}}""",
        3 => Invoke(BadValues.Fragment(random), "", call),
        4 => Invoke(JsonSerializer.Serialize(BadValues.Text(random)), "", call),
        5 => Invoke("\"OnConnectedAsync\"", "", call),
        6 => Invoke("\"resume\"", $"\"{new string('x', 40_000)}\"", call),
        7 or 8 => Invoke(
            "\"resume\"",
            $$"""{"epoch":{{random.Pick(_epochs)}},"version":{{random.Pick(_versions)}}}""", call),
        9 => Invoke("\"resume\"", JsonMutator.Mutate(
            random, """{"epoch":"e","version":1}"""), call),
        _ => Invoke($"\"{random.Pick(Methods)}\"", string.Join(
            ',', Enumerable.Range(0, random.Next(4)).Select(_ => BadValues.Fragment(random))), call),
    };

    private static string Invoke(string target, string arguments, int call) =>
        $$"""{"type":1,"invocationId":"{{call}}","target":{{target}},"arguments":[{{arguments}}]}""";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text + HubSocket.End);
}
