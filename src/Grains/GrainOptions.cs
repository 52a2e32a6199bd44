namespace OrleansWallet.Grains;

/// <summary>Times and bounds of the grains.</summary>
public sealed record GrainOptions
{
    /// <summary>
    /// How long a transfer waits for its postings before it answers <c>in_progress</c>.
    /// Default 5 s.
    /// </summary>
    public TimeSpan TransferWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Pauses between tries to deliver a posting; afterwards recovery does. Default
    /// 50 ms, 250 ms, 1 s.</summary>
    public IReadOnlyList<TimeSpan> DeliveryPauses { get; init; } =
    [
        TimeSpan.FromMilliseconds(50),
        TimeSpan.FromMilliseconds(250),
        TimeSpan.FromSeconds(1),
    ];

    /// <summary>How old a head may be for a read without confirming it. Default 1 s.</summary>
    public TimeSpan ConfirmAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Answers a wallet remembers to replay without the journal. Default 16.</summary>
    public int RecentAnswersMax { get; init; } = 16;

    /// <summary>Pause between recovery scans. Default 2 s.</summary>
    public TimeSpan RecoveryInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Postings younger than this are left to their own wallet. Default 10 s.</summary>
    public TimeSpan RecoveryAge { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pieces of work that one scan takes up at once. Default 500.</summary>
    public int RecoveryBatch { get; init; } = 500;

    /// <summary>Pause between heartbeats. Default 5 s.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Without a heartbeat for so long the grid was down. Default 20 s.</summary>
    public TimeSpan OutageAfter { get; init; } = TimeSpan.FromSeconds(20);
}
