using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit;

/// <summary>One call of one command: told to the auditor when it is asked and when answered.</summary>
internal sealed class AskedCommand(
    Auditor auditor, WalletId wallet, WalletCommand? command, KeyHistory key, AskedInput input,
    long askedAt)
{
    public WalletId Wallet => wallet;

    /// <summary>Null for a reversal, whose command the grain makes.</summary>
    public WalletCommand? Command => command;

    public KeyHistory Key => key;

    /// <summary>A process asks for it, and nobody else can.</summary>
    public bool IsProcessStep => command is not null && command.Context.Reference.Value
        .StartsWith(ReferenceId.ProcessPrefix, StringComparison.Ordinal);

    /// <summary>The command's input as the auditor writes it.</summary>
    public AskedInput Input => input;

    public long AskedAt => askedAt;

    /// <summary>It has come to a grain.</summary>
    public void Served()
    {
        // A reversal's key may also be recorded for another's.
        if (command is not null)
        {
            key.Served++;
        }
    }

    /// <summary>The grain has answered: what it says must be durable now.</summary>
    public void Answered(WalletAnswer answer) => auditor.Answered(this, answer);
}
