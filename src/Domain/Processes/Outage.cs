namespace OrleansWallet.Domain.Processes;

/// <summary>A time during which the grid was down.</summary>
public readonly record struct Outage(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>
    /// The deadline moved by the parts of outages that overlapped the time it ran. A deadline
    /// that has moved meets later outages, too.
    /// </summary>
    /// <param name="deadline">As it was set.</param>
    /// <param name="since">Since when it runs.</param>
    /// <param name="outages">In order, not overlapping one another.</param>
    public static DateTimeOffset Move(
        DateTimeOffset deadline, DateTimeOffset since, IEnumerable<Outage> outages)
    {
        foreach (var outage in outages)
        {
            var from = outage.From > since ? outage.From : since;
            var to = outage.To < deadline ? outage.To : deadline;
            if (to > from)
            {
                // Up to the outage's end: what of it lies beyond the old deadline counts too,
                // since the deadline that moved is still open then.
                deadline += outage.To - from;
            }
        }

        return deadline;
    }
}
