using System.Globalization;
using System.Text.Json.Nodes;

namespace OrleansWallet.LoadTest.Growth;

/// <summary>What a journal of some size gave.</summary>
internal sealed record GrowthReport(GrowthOptions Options)
{
    /// <summary>From nothing to the first answer of a wallet, without the fill.</summary>
    public required double StartMs { get; init; }

    /// <summary>Median time of the first read of a wallet, one at a time.</summary>
    public required double ActivationMs { get; init; }

    /// <summary>Of a wallet in memory that does nothing, after a full collection.</summary>
    public required double WalletBytes { get; init; }

    /// <summary>Of this process at most, from the fill to the last workload.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>What the check of the books found at the end.</summary>
    public required long Breaches { get; init; }

    /// <summary>Of the whole database, indexes included, for each entry of the fill.</summary>
    public required double DatabaseBytes { get; init; }

    /// <summary>Durable operations a second, by workload.</summary>
    public required IReadOnlyDictionary<string, double> PerSecond { get; init; }

    public string Write() => Options.Json ? WriteJson() : WriteLines();

    private string WriteLines()
    {
        var rates = string.Join(", ", PerSecond.Select(rate => string.Create(
            CultureInfo.InvariantCulture, $"{rate.Key} {rate.Value:0}/s")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            journal       {Options.Entries} entries, {Options.Wallets} wallets
            workloads     {rates}
            activation    {ActivationMs:0.00} ms, the first answer {StartMs:0.0} ms
            idle wallet   {WalletBytes:0} bytes of memory
            process       {MemoryBytes / 1048576.0:0} MiB at most
            books         {Breaches} breaches
            database      {DatabaseBytes:0} bytes an entry
            """);
    }

    private string WriteJson()
    {
        var rates = new JsonObject();
        foreach (var (name, rate) in PerSecond)
        {
            rates[name] = Math.Round(rate, 1);
        }

        return new JsonObject
        {
            ["workload"] = "growth",
            ["ok"] = Breaches == 0,
            ["entries"] = Options.Entries,
            ["wallets"] = Options.Wallets,
            ["start_ms"] = Math.Round(StartMs, 1),
            ["activation_ms"] = Math.Round(ActivationMs, 3),
            ["wallet_bytes"] = Math.Round(WalletBytes),
            ["memory_bytes"] = MemoryBytes,
            ["database_bytes_an_entry"] = Math.Round(DatabaseBytes),
            ["per_second"] = rates,
        }.ToJsonString();
    }
}
