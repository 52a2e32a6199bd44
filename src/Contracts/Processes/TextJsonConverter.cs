using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts.Processes;

/// <summary>A value that is one string in JSON.</summary>
internal sealed class TextJsonConverter<T>(Func<T, string> format, Func<string, T> parse)
    : JsonConverter<T>
{
    public override T Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(format(value));

    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(
        Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(format(value));

    private T Parse(string? text)
    {
        try
        {
            return parse(text ?? throw new JsonException("a value is null"));
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new JsonException(e.Message, e);
        }
    }
}

/// <summary>The converters of ids.</summary>
internal static class TextJsonConverter
{
    public static readonly JsonConverter ForWalletId = new TextJsonConverter<WalletId>(
        id => id.Value, text => new WalletId(text));

    public static readonly JsonConverter ForReferenceId = new TextJsonConverter<ReferenceId>(
        id => id.Value, text => new ReferenceId(text));

    public static readonly JsonConverter ForProcessId = new TextJsonConverter<ProcessId>(
        id => id.ToString(), ParseProcessId);

    private static ProcessId ParseProcessId(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Enum.TryParse<ProcessKind>(text.AsSpan(0, colon), out var kind)
            ? new ProcessId(kind, text[(colon + 1)..])
            : throw new FormatException($"'{text}' is not a process id");
    }
}
