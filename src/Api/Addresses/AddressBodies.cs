using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Domain.AddressBook;

namespace OrleansWallet.Api.Addresses;

/// <summary>A new address of the signed-in user's book.</summary>
public sealed record AddressRequest
{
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>The currency's usual one when missing.</summary>
    [JsonPropertyName("network")]
    public string? Network { get; init; }

    [JsonPropertyName("address")]
    public string? Address { get; init; }

    /// <summary>At most 100 characters.</summary>
    [JsonPropertyName("label")]
    public string? Label { get; init; }
}

/// <summary>An address of a user's book.</summary>
public sealed record AddressBody(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("currency")] string Currency,
    [property: JsonPropertyName("network")] string? Network,
    [property: JsonPropertyName("address")] string Address,
    [property: JsonPropertyName("label")] string? Label,
    [property: JsonPropertyName("usable_from")] string UsableFrom,
    [property: JsonPropertyName("created_at")] string CreatedAt)
{
    public static AddressBody Of(BookAddress address) => new(
        address.Id, address.Currency, address.Network, address.Address, address.Label,
        WireTime.Format(address.UsableFrom), WireTime.Format(address.AddedAt));
}

/// <summary>A page of a book, newest first.</summary>
public sealed record AddressesBody(
    [property: JsonPropertyName("addresses")] IReadOnlyList<AddressBody> Addresses,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);
