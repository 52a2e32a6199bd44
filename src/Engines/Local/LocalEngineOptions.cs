namespace OrleansWallet.Engines.Local;

/// <summary>Settings of the one-process engine.</summary>
public sealed record LocalEngineOptions
{
    /// <summary>How long an activation may idle before it is dropped. Default 2 minutes.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Pause between looks for idle activations. Default 5 s.</summary>
    public TimeSpan CollectionInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Beyond so many activations all that are not in use are dropped. Default 100,000.
    /// </summary>
    public int ActivationsMax { get; init; } = 100_000;
}
