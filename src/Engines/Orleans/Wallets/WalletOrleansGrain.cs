using Orleans.Concurrency;
using Orleans.Placement;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Engines.Orleans.Wire;
using OrleansWallet.Grains;
using OrleansWallet.Grains.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Engines.Orleans.Wallets;

/// <summary>Gives a wallet its turns; what it does is the plain grain's.</summary>
[Reentrant, GrainType("wallet"), PreferLocalPlacement]
internal sealed class WalletOrleansGrain : Grain, IWalletOrleansGrain
{
    private readonly WalletGrain _wallet;

    public WalletOrleansGrain(IGrainContext context, GrainServices services) =>
        _wallet = new WalletGrain(new WalletId(context.GrainId.Key.ToString()!), services);

    public async ValueTask<WalletAnswerMessage> Execute(
        WalletCommandMessage command, CancellationToken cancellationToken) =>
        new(await _wallet.Execute(command.Command, cancellationToken));

    public async ValueTask<WalletAnswersMessage> ExecuteAll(
        WalletCommandsMessage commands, CancellationToken cancellationToken) =>
        new(await _wallet.ExecuteAll(commands.Commands, cancellationToken));

    public async ValueTask<WalletAnswerMessage> Reverse(
        long seq, CommandContextMessage context, CancellationToken cancellationToken) =>
        new(await _wallet.Reverse(seq, context.Context, cancellationToken));

    // The grid's own exceptions don't cross: what they say travels as a value.
    public async ValueTask<WalletBalancesMessage> GetBalances(CancellationToken cancellationToken)
    {
        try
        {
            return new(await _wallet.GetBalances(cancellationToken));
        }
        catch (WalletUnavailableException)
        {
            return new((WalletBalances?)null);
        }
    }

    public async ValueTask Deliver(long seq, CancellationToken cancellationToken)
    {
        try
        {
            await _wallet.Deliver(seq, cancellationToken);
        }
        catch (JournalUnavailableException)
        {
            // The scan comes again.
        }
    }
}
