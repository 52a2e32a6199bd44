using System.Globalization;
using System.Text;
using OrleansWallet.Chaos.Grid;
using OrleansWallet.Chaos.Processes;

namespace OrleansWallet.Chaos;

/// <summary>What a run did and found.</summary>
public sealed record ChaosReport
{
    public required int Seed { get; init; }

    public required int Rounds { get; init; }

    public required int RoundsPlanned { get; init; }

    public required int QuietPoints { get; init; }

    public required Tally<Disturbance> Disturbances { get; init; }

    /// <summary>Attempts by what they came to, reads included.</summary>
    public required Tally<Outcome> Outcomes { get; init; }

    public required ServerLogs Logs { get; init; }

    /// <summary>Operations that have their final answer.</summary>
    public required int Settled { get; init; }

    /// <summary>Operations given up after "not accepted".</summary>
    public required int Abandoned { get; init; }

    /// <summary>Entries of all histories.</summary>
    public required long Entries { get; init; }

    /// <summary>Settled keys that were asked again at rest.</summary>
    public required int AskedAgain { get; init; }

    /// <summary>The time under load, outages included.</summary>
    public required TimeSpan LoadTime { get; init; }

    /// <summary>The whole run.</summary>
    public required TimeSpan Elapsed { get; init; }

    public required Faults Faults { get; init; }

    /// <summary>Where the logs and the data are; null when they were removed.</summary>
    public string? KeptIn { get; init; }

    public bool IsClean => !Faults.Any;

    public override string ToString()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) =>
            text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

        Line($"seed          {Seed}");
        Line($"rounds        {Rounds} of {RoundsPlanned}, {QuietPoints} quiet points");
        Line($"disturbances  {Disturbances}");
        Line($"calls         {Outcomes.Total}: {Outcomes}");
        Line($"operations    {Settled} settled, {Abandoned} given up, {AskedAgain} asked again");
        Line($"in doubt      {Logs.Doubts} commits, {Logs.DoubtsCommitted} of them had happened");
        Line($"entries       {Entries}");
        Line($"rate          {Settled / LoadTime.TotalSeconds:F0} operations/s under load");
        Line($"time          {LoadTime.TotalSeconds:F0} s under load, {Elapsed.TotalSeconds:F0} s");
        foreach (var fault in Faults.Found)
        {
            Line($"FAULT         {fault}");
        }

        if (KeptIn is not null)
        {
            Line($"kept in       {KeptIn} (logs, verify.log; the database's data beside them)");
        }

        Line($"{(IsClean ? "clean" : $"{Faults.Count} faults")}");
        return text.ToString();
    }
}
