using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Wallets.Batches;

/// <summary>Why one operation was not done.</summary>
/// <param name="Code">As in a problem.</param>
/// <param name="Title">As in a problem.</param>
/// <param name="Errors">The messages of each field, where the fields are bad.</param>
public sealed record BatchError(
    string Code, string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyDictionary<string, string[]>? Errors = null);
