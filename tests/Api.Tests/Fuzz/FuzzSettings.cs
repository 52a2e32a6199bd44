using System.Globalization;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>
/// How long and with what seed: <c>FUZZ_SECONDS</c> and <c>FUZZ_SEED</c>. Without them a short
/// run that is the same each time.
/// </summary>
internal sealed record FuzzSettings(int Seed, TimeSpan Duration, int CasesMax)
{
    private const int SeedDefault = 20_260_131;
    private const int SecondsDefault = 15;
    private const int CasesDefault = 1_500;

    public static FuzzSettings Read() => new(
        Number("FUZZ_SEED") ?? SeedDefault,
        TimeSpan.FromSeconds(Number("FUZZ_SECONDS") ?? SecondsDefault),
        Number("FUZZ_SECONDS") is null ? CasesDefault : int.MaxValue);

    /// <summary>The randomness of one case: it does not depend on the cases before it.</summary>
    public Random Case(int number) => new(unchecked((Seed * 31) + number));

    private static int? Number(string name) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name), NumberStyles.None,
            CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
