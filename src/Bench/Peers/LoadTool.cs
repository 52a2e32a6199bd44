using System.Globalization;
using OrleansWallet.Bench.Growth;
using OrleansWallet.Bench.Measuring;

namespace OrleansWallet.Bench.Peers;

/// <summary>The product under the load tester, each run a process of its own.</summary>
/// <param name="assembly">The load tester's path.</param>
/// <param name="connectionString">Of a server on which a run makes a database of its own.</param>
/// <param name="warmUp">Seconds not measured.</param>
/// <param name="seconds">Seconds measured.</param>
internal sealed class LoadTool(
    string assembly, string connectionString, int warmUp, int seconds)
{
    // Of each workload: checkpoints fall into it.
    private const int GrowthSeconds = 20;

    // As scripts/load sets it up: compiled in full at the first call, collected as the server is.
    private readonly Dictionary<string, string> _environment = new()
    {
        ["ConnectionStrings__Wallet"] = connectionString,
        ["DOTNET_ReadyToRun"] = "0",
        ["DOTNET_TieredCompilation"] = "0",
        ["DOTNET_GCgen0size"] = "0x4000000",
    };

    /// <param name="workload">E.g. <c>hot</c>, with its options.</param>
    /// <param name="callers">A variant each.</param>
    public Variant[] Variants(string workload, params int[] callers) =>
        [.. callers.Select(count => new Variant(
            Text(count) + (count == 1 ? " caller" : " callers"),
            cancellationToken => RunAsync(
                $"{workload} --callers {count} --warm-up {warmUp} --seconds {seconds}",
                cancellationToken)))];

    /// <summary>Over HTTP, on a grid that runs.</summary>
    /// <param name="workload">With its options.</param>
    /// <param name="grid">Its address.</param>
    /// <param name="callers">A variant each.</param>
    public Variant[] HttpVariants(string workload, Uri grid, params int[] callers) =>
        [.. Variants($"{workload} --url {grid}", callers).Select(variant =>
            variant with { Name = variant.Name + " over HTTP" })];

    /// <summary>COPY of the rows that the hot wallet writes.</summary>
    /// <param name="batches">Rows a transaction and connections, a variant each.</param>
    public Variant[] CopyVariants(params (int Rows, int Connections)[] batches) =>
        [.. batches.Select(batch => new Variant(
            $"{batch.Rows} rows × {batch.Connections}",
            cancellationToken => RunAsync(
                $"copy-limit --batch {batch.Rows} --connections {batch.Connections} "
                + $"--warm-up {warmUp} --seconds {seconds}",
                cancellationToken)))];

    /// <summary>A journal that is filled first.</summary>
    public async Task<GrowthSample> GrowthAsync(
        int entries, int wallets, CancellationToken cancellationToken) =>
        GrowthOutput.Parse(await PrintAsync(
            $"growth --entries {entries} --wallets {wallets} --seconds {GrowthSeconds}",
            cancellationToken));

    private async Task<Sample> RunAsync(string line, CancellationToken cancellationToken) =>
        LoadOutput.Parse(await PrintAsync(line, cancellationToken));

    private Task<string> PrintAsync(string line, CancellationToken cancellationToken) =>
        ToolProcess.RunAsync(
            "dotnet", [assembly, .. line.Split(' '), "--json"], _environment, cancellationToken);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
