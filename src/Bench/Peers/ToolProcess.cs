using System.Diagnostics;

namespace OrleansWallet.Bench.Peers;

/// <summary>Runs a program to its end and gives what it printed.</summary>
internal static class ToolProcess
{
    /// <param name="program">On the PATH, or its path.</param>
    /// <param name="arguments">One each.</param>
    /// <param name="environment">Set on top of this process's own.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="BenchFailedException">It can't be started or does not end with 0.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Start(start);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? await output
                : throw new BenchFailedException(
                    $"{program} {string.Join(' ', start.ArgumentList)} ended with "
                    + $"{process.ExitCode}: {await errors}{await output}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new BenchFailedException($"{start.FileName}: {failure.Message}");
        }
    }
}
