using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansWallet.Contracts.Processes;

/// <summary>A list as a whole: what the serializer does around each item costs more than the item.</summary>
internal sealed class ArrayJsonConverter<T>(JsonConverter<T> items)
    : JsonConverter<ImmutableArray<T>>
{
    public override ImmutableArray<T> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("a list is not an array");
        }

        var list = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(items.Read(ref reader, typeof(T), options)!);
        }

        return list.DrainToImmutable();
    }

    public override void Write(
        Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            items.Write(writer, item, options);
        }

        writer.WriteEndArray();
    }
}
