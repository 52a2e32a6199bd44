using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Wallets.Reads;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TransactionQuery))]
internal sealed partial class CursorJson : JsonSerializerContext;
