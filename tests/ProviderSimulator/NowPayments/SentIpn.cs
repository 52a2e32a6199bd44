namespace OrleansWallet.ProviderSimulator.NowPayments;

/// <summary>A callback that was sent, or is held back to be sent.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Body">As sent: keys not sorted.</param>
/// <param name="Signature">The header.</param>
/// <param name="Status">What was answered; 0 when nobody did.</param>
public sealed record SentIpn(Uri Url, string Body, string Signature, int Status = 0);
