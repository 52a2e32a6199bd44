using System.Text.Json;

namespace OrleansWallet.LoadTest.Workloads.Push;

/// <summary>What is needed of a message of the JSON hub protocol.</summary>
/// <param name="Type">1 is an invocation, 6 a ping, 7 the end.</param>
/// <param name="Target">The method that an invocation calls; else null.</param>
/// <param name="Version">The wallet's, in the first argument; 0 when it has none.</param>
/// <param name="FromVersion">
/// The version before what the message sums up; null for one change.
/// </param>
/// <param name="At">The change's time.</param>
/// <param name="Error">Why the connection ends; else null.</param>
internal readonly record struct HubMessage(
    int Type, string? Target, long Version, long? FromVersion, DateTimeOffset At, string? Error)
{
    public const int Invocation = 1;
    public const int Close = 7;

    /// <summary>All balances, at a version.</summary>
    public bool IsInitial => Type == Invocation && Target == "balance_initial";

    /// <summary>A balance changed.</summary>
    public bool IsUpdate =>
        Type == Invocation && Target is "balance_updated" or "account_updated";

    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static HubMessage Read(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        var message = default(HubMessage);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("type"u8))
            {
                json.Read();
                message = message with { Type = json.GetInt32() };
            }
            else if (json.ValueTextEquals("target"u8))
            {
                json.Read();
                message = message with { Target = json.GetString() };
            }
            else if (json.ValueTextEquals("error"u8))
            {
                json.Read();
                message = message with { Error = json.GetString() };
            }
            else if (json.ValueTextEquals("arguments"u8))
            {
                message = message.WithFirst(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return message;
    }

    private HubMessage WithFirst(ref Utf8JsonReader json)
    {
        var message = this;
        json.Read();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (json.ValueTextEquals("version"u8))
            {
                json.Read();
                message = message with { Version = json.GetInt64() };
            }
            else if (json.ValueTextEquals("fromVersion"u8))
            {
                json.Read();
                message = message with { FromVersion = json.GetInt64() };
            }
            else if (json.ValueTextEquals("timestamp"u8))
            {
                json.Read();
                message = message with { At = json.GetDateTimeOffset() };
            }
            else
            {
                json.Skip();
            }
        }

        return message;
    }
}
