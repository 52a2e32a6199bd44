using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Wallets;

/// <summary><see cref="IWalletGrain"/> as it is called between silos; keyed by the wallet's id.</summary>
[Alias("wallet")]
internal interface IWalletOrleansGrain : IGrainWithStringKey
{
    [Alias("execute")]
    ValueTask<WalletAnswerMessage> Execute(
        WalletCommandMessage command, CancellationToken cancellationToken);

    [Alias("execute_all")]
    ValueTask<WalletAnswersMessage> ExecuteAll(
        WalletCommandsMessage commands, CancellationToken cancellationToken);

    [Alias("reverse")]
    ValueTask<WalletAnswerMessage> Reverse(
        long seq, CommandContextMessage context, CancellationToken cancellationToken);

    [Alias("balances")]
    ValueTask<WalletBalancesMessage> GetBalances(CancellationToken cancellationToken);

    [Alias("deliver")]
    ValueTask Deliver(long seq, CancellationToken cancellationToken);
}
