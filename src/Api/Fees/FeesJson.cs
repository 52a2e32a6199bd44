using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Fees;

[JsonSerializable(typeof(FeesBody))]
internal sealed partial class FeesJson : JsonSerializerContext;
