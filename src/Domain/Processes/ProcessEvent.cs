namespace OrleansWallet.Domain.Processes;

/// <summary>One change of a process's status.</summary>
/// <param name="At">When; never earlier than the event before.</param>
/// <param name="From">The status before; empty for the first.</param>
/// <param name="To">The status after.</param>
/// <param name="By">The id of who caused it; <c>grid</c> for deadlines and wallets' answers.</param>
/// <param name="Note">What else is to be told.</param>
public sealed record ProcessEvent(
    DateTimeOffset At, string From, string To, string By, string? Note = null);
