namespace OrleansWallet.Journal;

/// <summary>What became of the units of one wallet in one commit. Closed.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <summary>All of them are durable.</summary>
    public sealed record Done : CommitResult
    {
        public static readonly Done Instance = new();
    }

    /// <summary>None is: the wallet's head has moved elsewhere. Open the wallet again.</summary>
    public sealed record Fenced : CommitResult
    {
        public static readonly Fenced Instance = new();
    }

    /// <summary>None is: some keys took effect before. The wallet's head stands.</summary>
    /// <param name="Known">Every such key of the units.</param>
    public sealed record KnownKeys(IReadOnlyDictionary<UInt128, KeyRecord> Known) : CommitResult;

    /// <summary>None is and none will be: the journal was away. The line is broken.</summary>
    public sealed record NotAccepted : CommitResult
    {
        public static readonly NotAccepted Instance = new();
    }

    /// <summary>Nobody knows yet: the commit was sent and its outcome could not be learned.</summary>
    public sealed record InDoubt : CommitResult
    {
        public static readonly InDoubt Instance = new();
    }

    /// <summary>None is: a commit of the same line before them was not done.</summary>
    public sealed record Discarded : CommitResult
    {
        public static readonly Discarded Instance = new();
    }
}
