using System.Globalization;

namespace OrleansWallet.Simulation.Teeth;

/// <summary>What a hunt for one mutation came to.</summary>
/// <param name="Mutation">Null for the run without one.</param>
/// <param name="Seed">The first seed that failed; null when none did.</param>
/// <param name="Invariant">What it broke, or why nothing can be said.</param>
internal sealed record Bite(Mutation? Mutation, ulong? Seed, string Invariant)
{
    private const char Divider = '\t';

    /// <summary>One line, as a hunting process prints it.</summary>
    public static string Line(ulong seed, string invariant) =>
        string.Create(CultureInfo.InvariantCulture, $"{seed}{Divider}{invariant}");

    /// <summary>Reads such a line.</summary>
    public static Bite Of(Mutation? mutation, string? line) =>
        line?.Split(Divider) is [var seed, var invariant]
            ? new Bite(mutation, ulong.Parse(seed, CultureInfo.InvariantCulture), invariant)
            : new Bite(mutation, null, "");
}
