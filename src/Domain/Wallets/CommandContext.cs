using System.Text;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Wallets;

/// <summary>What every command carries besides its own input.</summary>
/// <param name="Key">Takes effect at most once.</param>
/// <param name="Type">What it is for.</param>
/// <param name="Reference">What it belongs to; for holds, the hold's name.</param>
/// <param name="Note">Free text of at most <see cref="NoteLengthMax"/> characters.</param>
/// <param name="Metadata">A canonical JSON object; see <see cref="CanonicalJson"/>.</param>
/// <exception cref="ArgumentException">
/// Note or metadata is too long, or holds NUL or a lone surrogate: it could not be stored as it
/// is hashed.
/// </exception>
public sealed record CommandContext(
    CommandKey Key, TransactionType Type, ReferenceId Reference, string? Note = null,
    string? Metadata = null)
{
    public const int NoteLengthMax = 500;

    /// <summary>Bytes of UTF-8 that metadata may have.</summary>
    public const int MetadataBytesMax = 4096;

    public string? Note
    {
        get;
        init => field = RequireStorable(value, (value?.Length ?? 0) <= NoteLengthMax);
    } = RequireStorable(Note, (Note?.Length ?? 0) <= NoteLengthMax);

    public string? Metadata
    {
        get;
        init => field = RequireStorable(value, Fits(value));
    } = RequireStorable(Metadata, Fits(Metadata));

    private static bool Fits(string? metadata) =>
        metadata is null || Encoding.UTF8.GetByteCount(metadata) <= MetadataBytesMax;

    private static string? RequireStorable(string? text, bool fits) =>
        text is null || (fits && CanonicalJson.IsStorable(text))
            ? text
            : throw new ArgumentException("a text is too long or can't be stored as it is hashed");
}
