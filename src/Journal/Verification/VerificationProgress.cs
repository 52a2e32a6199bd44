namespace OrleansWallet.Journal.Verification;

/// <summary>How far a verification is.</summary>
/// <param name="Step">What it is doing, in a few words.</param>
/// <param name="Done">Entries read so far; 0 in steps that don't count them.</param>
/// <param name="Total">Entries to read, roughly; null where unknown.</param>
public readonly record struct VerificationProgress(string Step, long Done, long? Total);
