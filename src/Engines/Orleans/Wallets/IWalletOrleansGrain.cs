using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Wallets;

/// <summary><see cref="IWalletGrain"/> as it is called between silos; keyed by the wallet's id.</summary>
[Alias("wallet")]
internal interface IWalletOrleansGrain : IGrainWithStringKey
{
    [Alias("execute")]
    ValueTask<WalletAnswerMessage> Execute(WalletCommandMessage command);

    /// <summary>Commands that have nothing to do with each other but the wallet.</summary>
    [Alias("execute_each")]
    ValueTask<WalletAnswersMessage> ExecuteEach(WalletCommandsMessage commands);

    [Alias("execute_all")]
    ValueTask<WalletAnswersMessage> ExecuteAll(WalletCommandsMessage commands);

    [Alias("reverse")]
    ValueTask<WalletAnswerMessage> Reverse(long seq, CommandContextMessage context);

    [Alias("balances")]
    ValueTask<WalletBalancesMessage> GetBalances();

    [Alias("deliver")]
    ValueTask Deliver(long seq);
}
