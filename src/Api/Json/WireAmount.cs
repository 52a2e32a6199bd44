using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Json;

/// <summary>
/// An amount as a body holds it: a JSON string or number, kept digit by digit. Whether it is an
/// amount of a currency is decided later, when the currency is known.
/// </summary>
/// <param name="Text">The digits; null when the member is missing or null.</param>
[JsonConverter(typeof(WireAmountConverter))]
public readonly record struct WireAmount(string? Text)
{
    /// <summary>What stands for a value that is neither a string nor a number.</summary>
    internal static readonly WireAmount NotANumber = new("?");

    public bool IsMissing => Text is null;
}
