using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Processes;

/// <summary>Who acts in the tests of processes, and what becomes of it.</summary>
internal static class Acting
{
    public const string User = "ann";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly WalletId Wallet = new(User);

    public static readonly StepResult Done = new StepResult.Done(false);

    private static readonly ProcessJson _json = new(CurrencyRegistry.Default);

    /// <summary>Everybody who could try.</summary>
    public static readonly IReadOnlyDictionary<string, Actor> Actors =
        new Dictionary<string, Actor>
        {
            ["self"] = new(User, ActorRole.User),
            ["other"] = new("bob", ActorRole.User),
            ["admin"] = new("root", ActorRole.Admin),
            ["self as admin"] = new(User, ActorRole.Admin),
            ["service"] = new("billing", ActorRole.Service),
            ["system"] = new("nowpayments", ActorRole.System),
        };

    public static Amount Btc(string text) => Amount.Parse(text, CurrencyRegistry.Default["BTC"]);

    public static T By<T>(this T action, string actor, string request = "r")
        where T : ProcessAction =>
        action with { By = Actors[actor], Request = Digest.Of(request) };

    public static StepResult Refused(RefusalCode code) =>
        new StepResult.Refused(new Refusal(code));

    /// <summary>The new status, with <c>+</c> for each event that left it, or the refusal.</summary>
    public static string Describe(
        this IProcessRules rules, ProcessState? state, ProcessId id, ProcessAction action) =>
        rules.Decide(id, state, action, Now) switch
        {
            ProcessDecision.Refused refused => refused.Refusal.Code.ToString(),
            ProcessDecision.Accepted { State: var next } =>
                next.StatusName + (next.StatusName == state?.StatusName
                    ? new string('+', next.Events.Length - state.Events.Length)
                    : ""),
            _ => throw new InvalidOperationException(),
        };

    public static T Accept<T>(
        this IProcessRules rules, ProcessId id, T? state, ProcessAction action,
        DateTimeOffset? at = null)
        where T : ProcessState =>
        (T)Assert.IsType<ProcessDecision.Accepted>(
            rules.Decide(id, state, action, at ?? Now)).State.Remember(action);

    /// <summary>Takes one step after the other, with these results.</summary>
    public static T Take<T>(this IProcessRules rules, T state, params StepResult[] results)
        where T : ProcessState
    {
        foreach (var result in results)
        {
            Assert.NotNull(rules.Next(state));
            state = (T)rules.Conclude(state, result, Now);
        }

        return state;
    }

    /// <summary>As another copy reads it from the journal.</summary>
    public static T Reload<T>(this T state)
        where T : ProcessState =>
        (T)_json.Read(state.Id.Kind, _json.Write(state));

    public static WalletCommand CommandOf(this IProcessRules rules, ProcessState state) =>
        Assert.IsType<ProcessStep.Wallet>(rules.Next(state)).Command;
}
