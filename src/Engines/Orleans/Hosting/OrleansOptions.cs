namespace OrleansWallet.Engines.Orleans.Hosting;

/// <summary>Settings of the cluster: section <c>Cluster</c>.</summary>
public sealed record OrleansOptions
{
    /// <summary>Silos and fronts of one cluster have one name. Default <c>wallet</c>.</summary>
    public string ClusterId { get; init; } = "wallet";

    /// <summary>
    /// The service whose grains these are: the same for ever, since the subscriptions of streams
    /// are stored under it. Default <c>orleanswallet</c>.
    /// </summary>
    public string ServiceId { get; init; } = "orleanswallet";

    /// <summary>
    /// The address at which silo and gateway listen and at which others find them. Default
    /// <c>127.0.0.1</c>: nothing is reachable from elsewhere.
    /// </summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Where other silos reach this one. Default 11111.</summary>
    public int SiloPort { get; init; } = 11111;

    /// <summary>Where fronts without a silo reach this one. Default 30000.</summary>
    public int GatewayPort { get; init; } = 30000;

    /// <summary>
    /// How long one try of a call waits for its answer. Default 5 s. A message that is older is
    /// dropped by whoever holds it.
    /// </summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a call is tried again while silos come and go. Default 25 s.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>First pause between tries; it doubles. Default 50 ms.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest pause between tries. Default 500 ms.</summary>
    public TimeSpan RetryPauseMax { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a grain may idle before it is dropped. Default 5 minutes.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a silo waits for the answer to a probe. Default 1 s.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Missed probes in a row after which a silo votes another dead. Default 3.</summary>
    public int MissedProbesMax { get; init; } = 3;

    /// <summary>
    /// Votes that declare a silo dead. Default 2; of two silos one vote is enough.
    /// </summary>
    public int DeathVotes { get; init; } = 2;

    /// <summary>Streams that users are spread over; the same in the whole cluster. Default 32.</summary>
    public int StreamPartitions { get; init; } = 32;

    /// <summary>Streams that processes are spread over; each front hears all. Default 4.</summary>
    public int ProcessPartitions { get; init; } = 4;

    /// <summary>Queues that carry all streams; each is polled. Default 4.</summary>
    public int StreamQueues { get; init; } = 4;

    /// <summary>Pause between looks for new events. Default 10 ms.</summary>
    public TimeSpan StreamPollInterval { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Pause between checks that this front's subscriptions still stand. Default 5 s.
    /// </summary>
    public TimeSpan StreamCheckInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Pause between questions which partitions are heard at all: nothing is published on the
    /// others. The first listener of a partition waits for two of them. Default 200 ms.
    /// </summary>
    public TimeSpan StreamAudienceInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Changes of one partition that may wait to be sent; beyond it they are dropped and screens
    /// read the journal. Default 10,000.
    /// </summary>
    public int StreamWaitingMax { get; init; } = 10_000;

    /// <summary>
    /// What silos and fronts must both know before they talk; none by default. At least 32
    /// characters.
    /// </summary>
    public string? SharedSecret { get; init; }

    /// <summary>Encryption between silos and fronts; off without a certificate.</summary>
    public OrleansTlsOptions Tls { get; init; } = new();
}
