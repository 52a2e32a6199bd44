using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>JSON without blanks and with its keys sorted, as JavaScript would order them; every
/// number, text and key is a copy of the bytes that came.</summary>
internal static class SortedJson
{
    public static byte[] Write(JsonElement element)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(element, output);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(JsonElement element, ArrayBufferWriter<byte> output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, output);
                break;
            case JsonValueKind.Array:
                output.Write("["u8);
                var separator = ""u8;
                foreach (var item in element.EnumerateArray())
                {
                    output.Write(separator);
                    Write(item, output);
                    separator = ","u8;
                }

                output.Write("]"u8);
                break;
            default:
                output.Write(JsonMarshal.GetRawUtf8Value(element));
                break;
        }
    }

    private static void WriteObject(JsonElement element, ArrayBufferWriter<byte> output)
    {
        // Sorted or not, a JavaScript object lists the keys that look like array indexes first.
        var sorted = element.EnumerateObject()
            .OrderBy(p => ArrayIndex(p.Name))
            .ThenBy(p => p.Name, StringComparer.Ordinal);
        output.Write("{"u8);
        var separator = ""u8;
        foreach (var property in sorted)
        {
            output.Write(separator);
            output.Write("\""u8);
            output.Write(JsonMarshal.GetRawUtf8PropertyName(property));
            output.Write("\":"u8);
            Write(property.Value, output);
            separator = ","u8;
        }

        output.Write("}"u8);
    }

    private static uint ArrayIndex(string key) =>
        uint.TryParse(key, out var index) && index != uint.MaxValue
        && key == index.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ? index
            : uint.MaxValue;
}
