using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

/// <summary>Given a history, when a command comes, then so.</summary>
internal sealed class WalletScenario
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private WalletScenario(WalletState state) => State = state;

    public WalletState State { get; private set; }

    public List<Entry> History { get; } = [];

    public DateTimeOffset Now { get; private set; } = Start;

    /// <summary>A wallet that accepted these, all at <see cref="Start"/>.</summary>
    public static WalletScenario Given(params WalletCommand[] commands) =>
        new WalletScenario(WalletState.New(Make.Alice)).And(commands);

    public WalletScenario And(params WalletCommand[] commands)
    {
        foreach (var command in commands)
        {
            var decision = WalletDecider.Decide(State, command, Now);
            Assert.Null(decision.Refusal);
            State = decision.State;
            History.AddRange(decision.Entries);
        }

        return this;
    }

    public WalletScenario Later(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public WalletOutcome When(WalletCommand command) =>
        new(State, WalletDecider.Decide(State, command, Now));
}
