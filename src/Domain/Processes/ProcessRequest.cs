namespace OrleansWallet.Domain.Processes;

/// <summary>A request that took effect.</summary>
/// <param name="Key">Its digest.</param>
/// <param name="Fingerprint">The digest of its content.</param>
/// <param name="EventCount">How many events the process had when the first answer was given.</param>
public sealed record ProcessRequest(UInt128 Key, UInt128 Fingerprint, int EventCount);
