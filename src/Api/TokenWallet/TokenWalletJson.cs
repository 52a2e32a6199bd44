using System.Text.Json.Serialization;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>The bodies of the token wallet. A member given twice is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(TokenWalletBody))]
[JsonSerializable(typeof(SettingsRequest))]
[JsonSerializable(typeof(UserTransferRequest))]
[JsonSerializable(typeof(UserTransferBody))]
internal sealed partial class TokenWalletJson : JsonSerializerContext;
