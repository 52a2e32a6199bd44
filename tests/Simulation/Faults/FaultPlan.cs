using System.Numerics;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Faults;

/// <summary>Which faults are on, how likely each is in this seed, and whether they rest.</summary>
internal sealed class FaultPlan
{
    // By the position of the kind's bit.
    private readonly double[] _scale = new double[32];
    private readonly SimRandom _random;

    /// <param name="kinds">The faults that may happen at all.</param>
    /// <param name="random">Each seed makes some faults frequent and others rare.</param>
    public FaultPlan(FaultKinds kinds, SimRandom random)
    {
        _random = random;
        foreach (var kind in FaultNames.Single)
        {
            // Drawn for every kind, so that leaving one out changes no other.
            var scale = _random.Pick<double>([0, 0.3, 1, 1, 3]);
            _scale[Bit(kind)] = kinds.HasFlag(kind) ? scale : 0;
        }
    }

    /// <summary>While true nothing goes wrong: a quiet point is near.</summary>
    public bool Resting { get; set; }

    /// <summary>True when a fault strikes whose usual probability is <paramref name="percent"/>.</summary>
    public bool Strikes(FaultKinds kind, double percent) =>
        !Resting && _scale[Bit(kind)] is > 0 and var scale && _random.Chance(percent * scale);

    private static int Bit(FaultKinds kind) => BitOperations.TrailingZeroCount((int)kind) & 31;
}
