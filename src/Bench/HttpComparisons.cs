using OrleansWallet.Bench.Measuring;
using OrleansWallet.Bench.Peers;
using OrleansWallet.Bench.Results;

namespace OrleansWallet.Bench;

/// <summary>What is measured over HTTP and the hub, on a grid that runs, and the goals.</summary>
internal static class HttpComparisons
{
    // Ten connections a user: each credit is pushed ten times, so 2,000 events a second.
    private const string Push =
        "push --connections 1000 --users 100 --rate 200";

    public static IReadOnlyList<Comparison> All(LoadTool tool, Uri grid)
    {
        var hot = new Side(
            "hot wallet over HTTP", tool.HttpVariants("hot --target http", grid, 256));
        var push = new Side("push", tool.HttpVariants(Push, grid, 64));
        return
        [
            new("HTTP, hot wallet, 256 connections: credits/s", hot, null, Figure.PerSecond,
                new Goal(15_000)),
            new("HTTP, hot wallet, 256 connections: p99 ms", hot, null, Figure.P99Ms,
                new Goal(40, AtMost: true)),
            // Before the batches: a vacuum of their rows would meet one side and not the other.
            new("HTTP, reads/s against an endpoint that touches no wallet",
                new Side("reads", tool.HttpVariants("read --target http", grid, 64)),
                new Side("reads, baseline",
                    tool.HttpVariants("read --target http --baseline", grid, 64)),
                Figure.PerSecond, new Goal(0.8)),
            new("HTTP, batches of 1,000: credits/s",
                new Side("batches",
                    tool.HttpVariants("batch --target http --size 1000", grid, 4, 16)),
                null, Figure.PerSecond, new Goal(60_000)),
            new("push, 1,000 connections, 2,000 events/s: p50 ms", push, null, Figure.P50Ms,
                new Goal(5, AtMost: true)),
            new("push, 1,000 connections, 2,000 events/s: p99 ms", push, null, Figure.P99Ms,
                new Goal(25, AtMost: true)),
        ];
    }
}
