namespace OrleansWallet.Bench.Results;

/// <summary>One line of the table.</summary>
/// <param name="Name">What is compared with what; the unit is in it.</param>
/// <param name="Value">Of the product.</param>
/// <param name="Peer">Of the other side; null when the value stands for itself.</param>
/// <param name="Goal">Null for a row that only informs.</param>
internal sealed record BenchRow(string Name, double Value, double? Peer, Goal? Goal)
{
    /// <summary>The value over the peer's; null without a peer.</summary>
    public double? Ratio => Peer is > 0 ? Value / Peer : null;

    /// <summary>Whether the goal is met; null without a goal.</summary>
    public bool? Met => Goal?.IsMetBy(Ratio ?? Value);
}
