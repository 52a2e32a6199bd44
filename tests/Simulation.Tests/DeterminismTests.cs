using System.Diagnostics;
using OrleansWallet.Simulation.Runs;

namespace OrleansWallet.Simulation.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public async Task Seeds_RunInTwoProcesses_LeaveTheSameTraces()
    {
        // Each process hashes strings in its own way, and each run packs threads otherwise.
        var first = await Hashes(threads: 1);
        var second = await Hashes(threads: 2);

        Assert.Equal(20, first.Length);
        Assert.Equal(20, first.Select(line => line.Split(' ')[1]).Distinct().Count());
        Assert.Equal(first, second);
    }

    private static async Task<string[]> Hashes(int threads)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments =
        [
            typeof(World).Assembly.Location, "--seeds", "20", "--steps", "1000",
            "--threads", $"{threads}", "--hashes",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return [.. output.Split('\n').Where(IsHash)];
    }

    private static bool IsHash(string line) =>
        line.Split(' ') is [var seed, { Length: 16 }] && ulong.TryParse(seed, out _);
}
