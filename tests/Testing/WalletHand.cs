using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Testing;

/// <summary>Decides on one wallet and appends, as its grain does, but without going around.</summary>
public sealed class WalletHand(IWalletLine line)
{
    public IWalletLine Line { get; private set; } = line;

    /// <summary>The state after all that was appended.</summary>
    public WalletState State { get; private set; } = line.Opened;

    public static async Task<WalletHand> Open(IJournal journal, Domain.Ids.WalletId id) =>
        new(await journal.Open(id, CancellationToken.None));

    /// <summary>Appends each command as a unit of its own.</summary>
    /// <returns>The task of the last one.</returns>
    public Task<CommitResult> Append(params WalletCommand[] commands)
    {
        var result = Task.FromResult<CommitResult>(CommitResult.Done.Instance);
        foreach (var command in commands)
        {
            result = Append(Decide(command));
        }

        return result;
    }

    /// <summary>Decides the command and goes on from there, without appending it.</summary>
    public Unit Advance(WalletCommand command)
    {
        var unit = Decide(command);
        State = unit.After;
        return unit;
    }

    public Task<CommitResult> Append(Unit unit)
    {
        State = unit.After;
        return Line.Append(unit);
    }

    /// <summary>What the wallet's grain would commit for this command.</summary>
    public Unit Decide(WalletCommand command) => Decide(command, DateTimeOffset.UtcNow);

    public Unit Decide(WalletCommand command, DateTimeOffset at)
    {
        var decision = WalletDecider.Decide(State, command, at);
        var key = command.Context.Key.Hash();
        var fingerprint = Fingerprint.Of(State.Id, command);
        if (decision.Refusal is { } refusal)
        {
            KeyWrite[] keys = refusal.DependsOnState && command.Context.Key.IsExplicit
                ? [new KeyWrite(key, fingerprint, State.Seq, 0, refusal)]
                : [];
            return new Unit(keys, [], State);
        }

        return new Unit(
            [new KeyWrite(key, fingerprint, decision.Entries[0].Seq, decision.Entries.Count, null)],
            decision.Entries, decision.State);
    }

    /// <summary>After known keys: goes on from the state that is committed.</summary>
    public void Renew(WalletState committed)
    {
        Line = Line.Renew(committed);
        State = committed;
    }
}
