namespace OrleansWallet.Domain.AddressBook;

/// <summary>An address of a user's book.</summary>
/// <param name="No">Rises with every address of the book.</param>
/// <param name="Id">Its id.</param>
/// <param name="Currency">Code of what can go there.</param>
/// <param name="Network">Null for the currency's usual one.</param>
/// <param name="Address">The address itself.</param>
/// <param name="Label">The user's name for it.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="UsableFrom">From when money can go there.</param>
public sealed record BookAddress(
    long No, string Id, string Currency, string? Network, string Address, string? Label,
    DateTimeOffset AddedAt, DateTimeOffset UsableFrom)
{
    /// <summary>Whether money of this currency to this address means this entry.</summary>
    /// <remarks>A network that either side leaves out matches any.</remarks>
    public bool Matches(string currency, string? network, string address) =>
        Currency == currency && IsSame(Address, address)
        && (Network is null || network is null
            || string.Equals(Network, network, StringComparison.OrdinalIgnoreCase));

    // Hexadecimal addresses carry a checksum in the case of their letters; it is no part of them.
    private static bool IsSame(string a, string b) => string.Equals(
        a, b,
        a.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal);
}
