using System.Text.Json.Serialization;

namespace OrleansWallet.LoadTest.Http;

/// <summary>Reads the parts of the grid's answers that are declared; the rest is skipped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(SignedIn))]
[JsonSerializable(typeof(ReceiptAnswer))]
[JsonSerializable(typeof(TransactionAnswer))]
[JsonSerializable(typeof(BalancesAnswer))]
[JsonSerializable(typeof(HistoryPage))]
[JsonSerializable(typeof(Registered))]
[JsonSerializable(typeof(TradeAnswer))]
[JsonSerializable(typeof(BatchAnswer))]
internal sealed partial class GridJson : JsonSerializerContext;
