using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Balances;

/// <summary>The hub's messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InitialMessage))]
[JsonSerializable(typeof(UpdateMessage))]
[JsonSerializable(typeof(ErrorMessage))]
[JsonSerializable(typeof(UserNotice.TransactionCompleted))]
[JsonSerializable(typeof(UserNotice.TransactionFailed))]
[JsonSerializable(typeof(UserNotice.BalanceInsufficient))]
[JsonSerializable(typeof(Trades.TradeBody))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class BalanceJson : JsonSerializerContext;
