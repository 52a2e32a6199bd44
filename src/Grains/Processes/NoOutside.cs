using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Grains.Processes;

/// <summary>No outside world: every call waits.</summary>
public sealed class NoOutside : IOutsideCalls
{
    public static readonly NoOutside Instance = new();

    public ValueTask<OutsideAnswer?> Make(
        OutsideCall call, CancellationToken cancellationToken) => new((OutsideAnswer?)null);
}
