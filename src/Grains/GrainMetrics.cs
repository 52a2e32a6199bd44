using System.Diagnostics.Metrics;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Grains;

/// <summary>What the grains tell of themselves: meter <c>OrleansWallet.Grains</c>.</summary>
internal static class GrainMetrics
{
    private static readonly Meter _meter = new("OrleansWallet.Grains");

    private static readonly Counter<long> _answers = _meter.CreateCounter<long>(
        "wallet.commands", "{command}", "Wallet commands by their answer");

    private static readonly Counter<long> _transitions = _meter.CreateCounter<long>(
        "wallet.process.versions", "{version}", "Committed versions of processes");

    private static readonly Counter<long> _refusedSteps = _meter.CreateCounter<long>(
        "wallet.process.refusals", "{try}",
        "Steps of processes that a wallet refused and that are tried again");

    // Made once: a command must not cost the making of its labels.
    private static readonly KeyValuePair<string, object?> _done = Answer("done");
    private static readonly KeyValuePair<string, object?> _replayed = Answer("replayed");
    private static readonly KeyValuePair<string, object?> _refused = Answer("refused");
    private static readonly KeyValuePair<string, object?> _unknown = Answer("outcome_unknown");
    private static readonly KeyValuePair<string, object?> _notAccepted = Answer("not_accepted");

    public static void Answered(WalletAnswer answer)
    {
        if (_answers.Enabled)
        {
            _answers.Add(1, answer switch
            {
                WalletAnswer.Done { Replayed: false } => _done,
                WalletAnswer.Refused { Replayed: false } => _refused,
                WalletAnswer.OutcomeUnknown => _unknown,
                WalletAnswer.NotAccepted => _notAccepted,
                _ => _replayed,
            });
        }
    }

    public static void Moved(ProcessKind kind, string status)
    {
        if (_transitions.Enabled)
        {
            _transitions.Add(1, new("kind", kind.ToString()), new("status", status));
        }
    }

    public static void StepRefused(ProcessKind kind, string status)
    {
        if (_refusedSteps.Enabled)
        {
            _refusedSteps.Add(1, new("kind", kind.ToString()), new("status", status));
        }
    }

    private static KeyValuePair<string, object?> Answer(string name) => new("answer", name);
}
