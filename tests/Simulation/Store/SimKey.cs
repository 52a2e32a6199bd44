using OrleansWallet.Journal;

namespace OrleansWallet.Simulation.Store;

/// <summary>A committed key's row.</summary>
/// <param name="Write">What was written.</param>
/// <param name="WalletNo">Whose.</param>
/// <param name="TransactionId">Which transaction wrote it.</param>
internal sealed record SimKey(KeyWrite Write, long WalletNo, ulong TransactionId);
