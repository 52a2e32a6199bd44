namespace OrleansWallet.Chaos.Grid;

/// <summary>What one attempt of a call came to.</summary>
/// <param name="Outcome">Which of the parts below there are.</param>
/// <param name="Receipt">Of an acknowledged call.</param>
/// <param name="Code">The stable code of a refusal, or what was wrong.</param>
/// <param name="IsReplayed">The answer is an earlier call's.</param>
public sealed record Answer(
    Outcome Outcome, Receipt? Receipt = null, string? Code = null, bool IsReplayed = false)
{
    /// <summary>A final answer, the same for ever.</summary>
    public bool IsSettled =>
        Outcome is Outcome.Acknowledged or Outcome.Refused or Outcome.Mismatch;

    /// <summary>The call may take effect, now or a little later.</summary>
    public bool IsDoubtful =>
        Outcome is Outcome.OutcomeUnknown or Outcome.ConnectionLost or Outcome.GaveUp
            or Outcome.KeyInProgress;
}
