using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Grains.Processes;

/// <summary>Makes the calls that processes ask of the outside world.</summary>
public interface IOutsideCalls
{
    /// <summary>Makes the call; it must be safe to ask again after a crash.</summary>
    /// <returns>Null when the answer is not known yet: it is asked again later.</returns>
    ValueTask<OutsideAnswer?> Make(OutsideCall call, CancellationToken cancellationToken);
}
