using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Import.Balances;

/// <summary>The ids of a collection's rows, with a digest of what each row held.</summary>
internal sealed class SeenRows
{
    private readonly Dictionary<UInt128, UInt128> _contents = [];

    /// <summary>Notes a row.</summary>
    /// <returns>Null when its id is new; else whether the row is the same again.</returns>
    public bool? Add(string id, ReadOnlySpan<byte> content)
    {
        var (key, digest) = (Digest.Of(id), Digest.Of(content));
        return _contents.TryAdd(key, digest) ? null : _contents[key] == digest;
    }
}
