using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Trades;

/// <summary>The bodies of the P2P service. A member given twice is refused.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(OfferRequest))]
[JsonSerializable(typeof(CreateTradeRequest))]
[JsonSerializable(typeof(TradeRequest))]
[JsonSerializable(typeof(TradeBody))]
[JsonSerializable(typeof(TradesBody))]
[JsonSerializable(typeof(OfferBody))]
[JsonSerializable(typeof(OffersBody))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(MessagesBody))]
internal sealed partial class TradeJson : JsonSerializerContext;
