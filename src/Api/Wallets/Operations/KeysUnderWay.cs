using System.Collections.Concurrent;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>
/// The explicit keys whose calls this process is answering right now. Only a courtesy: that a
/// key takes effect once is the journal's doing. Thread-safe.
/// </summary>
public sealed class KeysUnderWay
{
    private readonly ConcurrentDictionary<string, byte> _keys = new(StringComparer.Ordinal);

    /// <returns>False when a call with this key is under way.</returns>
    public bool TryEnter(CommandKey key) => !key.IsExplicit || _keys.TryAdd(key.Text, 0);

    public void Exit(CommandKey key)
    {
        if (key.IsExplicit)
        {
            _keys.TryRemove(key.Text, out _);
        }
    }
}
