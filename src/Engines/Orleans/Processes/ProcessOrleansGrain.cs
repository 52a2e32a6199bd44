using Orleans.Concurrency;
using Orleans.Placement;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Engines.Orleans.Wire;
using OrleansWallet.Grains;
using OrleansWallet.Grains.Processes;

namespace OrleansWallet.Engines.Orleans.Processes;

/// <summary>Gives a process its turns; what it does is the plain grain's.</summary>
[Reentrant, GrainType("process"), PreferLocalPlacement]
internal sealed class ProcessOrleansGrain : Grain, IProcessOrleansGrain
{
    private readonly ProcessGrain _process;

    public ProcessOrleansGrain(IGrainContext context, GrainServices services) =>
        _process = new ProcessGrain(Parse(context.GrainId.Key.ToString()!), services);

    public async ValueTask<ProcessAnswerMessage> Act(ProcessActionMessage action) =>
        new(await _process.Act(action.Action));

    // The grid's own exceptions don't cross: what they say travels as a value.
    public async ValueTask<ProcessStateMessage> Get()
    {
        try
        {
            return new(await _process.Get());
        }
        catch (WalletUnavailableException)
        {
            return new(null, IsAway: true);
        }
    }

    public ValueTask Resume() => _process.Resume();

    private static ProcessId Parse(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return new ProcessId(Enum.Parse<ProcessKind>(key.AsSpan(0, colon)), key[(colon + 1)..]);
    }
}
