using System.Collections.Concurrent;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>Makes a transaction type of a row's operation and purpose.</summary>
internal static class RowTypes
{
    private const int LengthMax = 64;

    // A file has a handful of pairs, each of which comes thousands of times.
    private static readonly ConcurrentDictionary<(string, string), string> _made = new();

    /// <returns>Operation, or operation_purpose, in <c>a-z 0-9 _</c>; never empty.</returns>
    public static string Of(string operation, string purpose) =>
        _made.GetOrAdd((operation, purpose), static pair => Make(pair.Item1, pair.Item2));

    private static string Make(string operation, string purpose)
    {
        var text = purpose.Length == 0 ? operation : $"{operation}_{purpose}";
        var clean = string.Concat(text.ToLowerInvariant().Select(
            c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '_'));
        return clean.Length == 0 ? "other" : clean[..Math.Min(clean.Length, LengthMax)];
    }
}
