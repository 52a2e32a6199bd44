using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Processes;

/// <summary>Addresses outside the grid, and their networks.</summary>
internal static class AddressInput
{
    private const int AddressLengthMax = 256;
    private const int NetworkLengthMax = 32;

    /// <summary>Printable ASCII without spaces; whether it is an address its network knows.</summary>
    public static string Address(this InputReader input, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            input.Errors.Add("address", "is required");
        }
        else if (text.Length > AddressLengthMax || text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            input.Errors.Add(
                "address", $"must be at most {AddressLengthMax} printable ASCII characters");
        }

        return text ?? "";
    }

    /// <summary>A network's name in upper case, or null when it is missing.</summary>
    public static string? Network(this InputReader input, string? text)
    {
        if (text is not null
            && (text.Length is 0 or > NetworkLengthMax
                || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            input.Errors.Add(
                "network", $"must be 1 to {NetworkLengthMax} characters of A-Z a-z 0-9 _ -");
        }

        return text?.ToUpperInvariant();
    }
}
