using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Addresses;

/// <summary>The bodies of address books. A member given twice is refused.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(AddressRequest))]
[JsonSerializable(typeof(AddressBody))]
[JsonSerializable(typeof(AddressesBody))]
internal sealed partial class AddressJson : JsonSerializerContext;
