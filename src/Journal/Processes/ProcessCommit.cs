namespace OrleansWallet.Journal.Processes;

/// <summary>What became of a <see cref="ProcessWrite"/>.</summary>
public enum ProcessCommit
{
    /// <summary>It is durable.</summary>
    Done = 1,

    /// <summary>Somebody else wrote first; nothing of it is or will be there.</summary>
    Conflict,

    /// <summary>The database is away or the queue full; nothing of it is or will be there.</summary>
    NotAccepted,

    /// <summary>It may or may not be there, now or later. Read again.</summary>
    InDoubt,
}
