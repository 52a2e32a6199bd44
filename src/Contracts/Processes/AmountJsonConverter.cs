using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Contracts.Processes;

/// <summary><c>"150000000 BTC"</c>: minor units, so that it is exact in any scale.</summary>
internal sealed class AmountJsonConverter(CurrencyRegistry currencies) : JsonConverter<Amount>
{
    public override Amount Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        var space = text?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        return space > 0
            && Int128.TryParse(
                text.AsSpan(0, space), NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture, out var minor)
            && currencies.TryGet(text![(space + 1)..], out var currency)
            ? new Amount(minor, currency)
            : throw new JsonException($"'{text}' is not an amount");
    }

    public override void Write(
        Utf8JsonWriter writer, Amount value, JsonSerializerOptions options) =>
        writer.WriteStringValue(
            string.Create(CultureInfo.InvariantCulture, $"{value.Minor} {value.Currency.Code}"));
}
