using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Wallets;

/// <summary>What every command carries besides its own input.</summary>
/// <param name="Key">Takes effect at most once.</param>
/// <param name="Type">What it is for.</param>
/// <param name="Reference">What it belongs to; for holds, the hold's name.</param>
/// <param name="Note">Free text of at most <see cref="NoteLengthMax"/> characters.</param>
/// <param name="Metadata">A canonical JSON object; see <see cref="CanonicalJson"/>.</param>
public sealed record CommandContext(
    CommandKey Key, TransactionType Type, ReferenceId Reference, string? Note = null,
    string? Metadata = null)
{
    public const int NoteLengthMax = 500;

    /// <summary>Bytes of UTF-8 that metadata may have.</summary>
    public const int MetadataBytesMax = 4096;
}
