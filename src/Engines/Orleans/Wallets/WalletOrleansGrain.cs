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

    public async ValueTask<WalletAnswerMessage> Execute(WalletCommandMessage command) =>
        new(await _wallet.Execute(command.Command));

    public async ValueTask<WalletAnswersMessage> ExecuteEach(WalletCommandsMessage commands)
    {
        var executing = new Task<WalletAnswer>[commands.Commands.Count];
        for (var i = 0; i < executing.Length; i++)
        {
            executing[i] = _wallet.Execute(commands.Commands[i]).AsTask();
        }

        return new(await Task.WhenAll(executing));
    }

    public async ValueTask<WalletAnswersMessage> ExecuteAll(WalletCommandsMessage commands) =>
        new(await _wallet.ExecuteAll(commands.Commands));

    public async ValueTask<WalletAnswerMessage> Reverse(
        long seq, CommandContextMessage context) =>
        new(await _wallet.Reverse(seq, context.Context));

    // The grid's own exceptions don't cross: what they say travels as a value.
    public async ValueTask<WalletBalancesMessage> GetBalances()
    {
        try
        {
            return new(await _wallet.GetBalances());
        }
        catch (WalletUnavailableException)
        {
            return new((WalletBalances?)null);
        }
    }

    public async ValueTask Deliver(long seq)
    {
        try
        {
            await _wallet.Deliver(seq);
        }
        catch (JournalUnavailableException)
        {
            // The scan comes again.
        }
    }
}
