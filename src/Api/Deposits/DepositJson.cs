using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Deposits;

/// <summary>The bodies of deposits. A member given twice is refused.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(CreateDepositRequest))]
[JsonSerializable(typeof(ResolveDepositRequest))]
[JsonSerializable(typeof(DepositBody))]
[JsonSerializable(typeof(DepositsBody))]
[JsonSerializable(typeof(DepositOfferBody))]
[JsonSerializable(typeof(IpnTakenBody))]
internal sealed partial class DepositJson : JsonSerializerContext;
