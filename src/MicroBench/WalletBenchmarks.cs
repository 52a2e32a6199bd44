using BenchmarkDotNet.Attributes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.MicroBench;

/// <summary>What a wallet does for one command, before the journal.</summary>
public class WalletBenchmarks
{
    private readonly WalletState _state = SampleWallet.State;
    private readonly WalletCommand _credit = SampleWallet.Credit;
    private readonly WalletCommand _transfer = SampleWallet.Transfer;
    private readonly Entry _entry = SampleWallet.Entry;

    [Benchmark]
    public Decision DecideCredit() => WalletDecider.Decide(_state, _credit, SampleWallet.At);

    [Benchmark]
    public Decision DecideTransfer() => WalletDecider.Decide(_state, _transfer, SampleWallet.At);

    [Benchmark]
    public WalletState Apply() => _state.Apply(_entry);

    [Benchmark]
    public EntryHash HashChain() => EntryChain.Next(SampleWallet.Id, _state.Hash, _entry);

    [Benchmark]
    public UInt128 KeyHash() => _credit.Context.Key.Hash();

    [Benchmark]
    public UInt128 CommandFingerprint() => Fingerprint.Of(SampleWallet.Id, _credit);
}
