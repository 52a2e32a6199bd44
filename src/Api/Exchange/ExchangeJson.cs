using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Exchange;

/// <summary>The bodies of the exchange. A member given twice is refused.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SwapRequest))]
[JsonSerializable(typeof(SpotRequest))]
[JsonSerializable(typeof(ExpressBuyRequest))]
[JsonSerializable(typeof(SavingsRequest))]
[JsonSerializable(typeof(OrderBody))]
[JsonSerializable(typeof(OrdersBody))]
[JsonSerializable(typeof(PricesBody))]
internal sealed partial class ExchangeJson : JsonSerializerContext;
