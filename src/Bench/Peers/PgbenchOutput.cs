using System.Globalization;
using System.Text.RegularExpressions;
using OrleansWallet.Bench.Measuring;

namespace OrleansWallet.Bench.Peers;

/// <summary>Reads what pgbench prints at its end.</summary>
internal static partial class PgbenchOutput
{
    /// <exception cref="BenchFailedException">
    /// It has no rate or latency, or says that clients or transactions failed.
    /// </exception>
    public static Sample Parse(string text)
    {
        if (text.Contains("aborted", StringComparison.Ordinal)
            || (FailedPattern().Match(text) is { Success: true } failed
                && failed.Groups[1].ValueSpan is not "0"))
        {
            throw new BenchFailedException($"pgbench had failures: {text}");
        }

        return new Sample(
            Number(RatePattern(), text, "rate"), Number(LatencyPattern(), text, "latency"),
            null, null);
    }

    private static double Number(Regex pattern, string text, string what) =>
        pattern.Match(text) is { Success: true } match
            ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new BenchFailedException($"pgbench printed no {what}: {text}");

    [GeneratedRegex(@"^tps = ([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex RatePattern();

    [GeneratedRegex(@"^latency average = ([0-9.]+) ms", RegexOptions.Multiline)]
    private static partial Regex LatencyPattern();

    [GeneratedRegex(@"^number of failed transactions: ([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex FailedPattern();
}
