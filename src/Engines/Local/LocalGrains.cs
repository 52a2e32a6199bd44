using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Grains;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Grains.Wallets;

namespace OrleansWallet.Engines.Local;

/// <summary>The engine for one process: no set-up, no serialization, no network.</summary>
public sealed class LocalGrains : IGrains, IDisposable
{
    private readonly ActivationTable<WalletId, IWalletGrain> _wallets;
    private readonly ActivationTable<ProcessId, IProcessGrain> _processes;

    /// <param name="services">Makes what a grain gets; asked once, with this engine.</param>
    /// <param name="options">Idle collection.</param>
    /// <param name="time">For idle collection.</param>
    public LocalGrains(
        Func<IGrains, GrainServices> services, LocalEngineOptions options, TimeProvider time)
    {
        Services = services(this);
        _wallets = new ActivationTable<WalletId, IWalletGrain>(
            id => new WalletGrain(id, Services), options, time);
        _processes = new ActivationTable<ProcessId, IProcessGrain>(
            id => new ProcessGrain(id, Services), options, time);
    }

    public GrainServices Services { get; }

    /// <summary>Wallets in memory now.</summary>
    public int ActivationCount => _wallets.Count;

    public IWalletGrain Wallet(WalletId id) => new LocalWallet(_wallets, id);

    public IProcessGrain Process(ProcessId id) => new LocalProcess(_processes, id);

    /// <summary>Drops idle activations now.</summary>
    public void Collect()
    {
        _wallets.Collect();
        _processes.Collect();
    }

    public void Dispose()
    {
        _wallets.Dispose();
        _processes.Dispose();
    }
}
