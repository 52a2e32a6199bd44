using System.Text.Json.Serialization;

namespace OrleansWallet.Api.TopUps;

/// <summary>The bodies of top-ups. A member given twice is refused.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(TopUpRequest))]
[JsonSerializable(typeof(TopUpProcessRequest))]
[JsonSerializable(typeof(TopUpBody))]
[JsonSerializable(typeof(TopUpsBody))]
internal sealed partial class TopUpJson : JsonSerializerContext;
