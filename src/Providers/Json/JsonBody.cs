using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace OrleansWallet.Providers.Json;

/// <summary>Bodies of requests; numbers are written digit by digit.</summary>
internal static class JsonBody
{
    public static HttpContent Of(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        var content = new ReadOnlyMemoryContent(buffer.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    public static void WriteNumber(this Utf8JsonWriter writer, string name, ExactDecimal value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(value.ToString());
    }

    public static void WriteIfAny(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
