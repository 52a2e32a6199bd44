using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>Asks the provider to pay, or what became of a payout that it was asked for.</summary>
/// <param name="FirstTime">
/// True: send it. False: it may have been sent already, so only ask what became of it, by
/// <paramref name="PayoutId"/> or else by <paramref name="ExternalId"/>; never send.
/// </param>
/// <param name="ExternalId">Our name for the payout: the withdrawal's id, with the number of the
/// attempt after a failed one.</param>
/// <param name="PayoutId">The provider's name for it, once it is known.</param>
/// <param name="Amount">What arrives; the fee is not in it.</param>
/// <param name="Network">Null for the currency's usual one.</param>
/// <param name="Address">Where to.</param>
/// <param name="Since">When the attempt began; the provider has nothing of it before.</param>
public sealed record PayoutCall(
    bool FirstTime, string ExternalId, string? PayoutId, Amount Amount, string? Network,
    string Address, DateTimeOffset Since) : OutsideCall;
