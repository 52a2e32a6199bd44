using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Processes;

/// <summary>
/// What a committed state calls for. A step is idempotent: asked again after a crash it has the
/// same key and the same effect.
/// </summary>
public abstract record ProcessStep
{
    private ProcessStep()
    {
    }

    /// <summary>A command for a wallet; its answer alone decides.</summary>
    public sealed record Wallet(WalletId Id, WalletCommand Command) : ProcessStep;

    /// <summary>An action on another process.</summary>
    public sealed record Process(ProcessId Id, ProcessAction Action) : ProcessStep;

    /// <summary>A call to the outside world, e.g. a payout.</summary>
    public sealed record Outside(OutsideCall Call) : ProcessStep;
}
