namespace OrleansWallet.Chaos.Processes;

/// <summary>What the server itself wrote about a run.</summary>
public sealed record ServerLogs(int Doubts, int DoubtsCommitted, IReadOnlyList<string> Criticals)
{
    private const string Critical = " crit: ";
    private const string DoubtSettled = "PostgresJournal[1001]";
    private const string DoubtKept = "PostgresJournal[1002]";

    /// <summary>Reads the logs of all its processes in a directory.</summary>
    public static async Task<ServerLogs> Read(string directory)
    {
        var (doubts, committed) = (0, 0);
        var criticals = new List<string>();
        foreach (var file in Directory.EnumerateFiles(directory, "server-*.log").Order())
        {
            await foreach (var line in File.ReadLinesAsync(file))
            {
                var isSettled = line.Contains(DoubtSettled, StringComparison.Ordinal);
                doubts += isSettled || line.Contains(DoubtKept, StringComparison.Ordinal) ? 1 : 0;
                committed += isSettled && line.Contains("True", StringComparison.Ordinal) ? 1 : 0;
                if (line.Contains(Critical, StringComparison.Ordinal))
                {
                    criticals.Add($"{Path.GetFileName(file)}: {line}");
                }
            }
        }

        return new ServerLogs(doubts, committed, criticals);
    }
}
