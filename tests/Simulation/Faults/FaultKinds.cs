namespace OrleansWallet.Simulation.Faults;

/// <summary>What can go wrong; each with a probability of its own.</summary>
[Flags]
internal enum FaultKinds
{
    None = 0,

    /// <summary>A commit fails before anything is written.</summary>
    CommitFails = 1,

    /// <summary>A commit's answer is lost; it may have happened, or happen later.</summary>
    AnswerLost = 2,

    /// <summary>Commits take long.</summary>
    SlowCommits = 4,

    /// <summary>The journal is away for a while.</summary>
    Outage = 8,

    /// <summary>A process dies at any await and comes back with nothing in memory.</summary>
    Crash = 16,

    /// <summary>Two live copies of a wallet for a while.</summary>
    Duplicates = 32,

    /// <summary>Calls between grains are lost, late, doubled, out of order.</summary>
    Network = 64,

    /// <summary>Callers give up and ask again: with the same key, later, or with another body.</summary>
    Retries = 128,

    /// <summary>The clock jumps forward.</summary>
    ClockJumps = 256,

    /// <summary>The recovery scan runs late, or twice at once.</summary>
    Recovery = 512,

    /// <summary>Idle activations are dropped.</summary>
    Collection = 1024,

    /// <summary>The provider answers late or not at all; its news are lost, repeated and late.</summary>
    Provider = 2048,

    All = 4095,
}
