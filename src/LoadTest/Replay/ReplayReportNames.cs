using System.Text.Json;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>The names that both forms of the report use.</summary>
internal static class ReplayReportNames
{
    public static readonly IReadOnlyList<(string Name, double Value)> Quantiles =
        [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("p99.9", 0.999), ("max", 1)];

    /// <returns>E.g. <c>connection_refused</c>.</returns>
    public static string Of(RetryKind kind) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
