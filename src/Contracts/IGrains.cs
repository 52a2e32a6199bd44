using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts;

/// <summary>
/// The addresses of all grains, as each engine gives them. A grain answers as soon as it is
/// called and is loaded from the journal at its first call. Thread-safe.
/// </summary>
public interface IGrains
{
    IWalletGrain Wallet(WalletId id);

    IProcessGrain Process(ProcessId id);
}
