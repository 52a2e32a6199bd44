using System.Diagnostics.CodeAnalysis;

namespace OrleansWallet.Simulation.Faults;

/// <summary>Reads the kinds of fault that a command line names.</summary>
internal static class FaultNames
{
    /// <summary>Each kind by itself: neither none nor all.</summary>
    public static readonly IReadOnlyList<FaultKinds> Single =
    [
        .. Enum.GetValues<FaultKinds>().Where(k => k is not (FaultKinds.None or FaultKinds.All)),
    ];

    /// <summary>Names in any case with commas between them.</summary>
    /// <returns>False when one is not a kind of fault: then <paramref name="error"/> says which.</returns>
    public static bool TryParse(
        string text, out FaultKinds faults, [NotNullWhen(false)] out string? error)
    {
        faults = FaultKinds.None;
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var index = Array.FindIndex(
                Enum.GetNames<FaultKinds>(), n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                error = $"'{name}' is not a kind of fault: there are "
                    + string.Join(", ", Enum.GetNames<FaultKinds>());
                return false;
            }

            faults |= Enum.GetValues<FaultKinds>()[index];
        }

        error = null;
        return true;
    }
}
