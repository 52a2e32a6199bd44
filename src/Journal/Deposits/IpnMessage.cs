namespace OrleansWallet.Journal.Deposits;

/// <summary>A provider's message as it was received.</summary>
/// <param name="Body">The raw bytes.</param>
/// <param name="Signature">Its signature header; null when there was none.</param>
/// <param name="SignatureValid">Whether the provider wrote it.</param>
/// <param name="PaymentId">Which payment it tells of; null for others.</param>
public sealed record IpnMessage(
    ReadOnlyMemory<byte> Body, string? Signature, bool SignatureValid, string? PaymentId);
