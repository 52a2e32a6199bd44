using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Contracts.Processes;

/// <summary>A currency by its code.</summary>
internal sealed class CurrencyJsonConverter(CurrencyRegistry currencies) : JsonConverter<Currency>
{
    public override Currency Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        currencies.TryGet(reader.GetString(), out var currency)
            ? currency
            : throw new JsonException($"'{reader.GetString()}' is not a currency");

    public override void Write(
        Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);
}
