using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace OrleansWallet.Domain.Tests.Properties;

/// <summary>Runs properties from a fixed seed, so that a red build is red again.</summary>
internal static class Checks
{
    public const int Times = 1000;

    private const string SeedVariable = "PROPERTY_SEED";

    /// <summary>Another seed can be given by the environment.</summary>
    public static readonly ulong Seed = ulong.TryParse(
        Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture,
        out var seed)
            ? seed
            : 20260102;

    /// <summary>
    /// Fails with the smallest case found, and with the seed that <see cref="SeedVariable"/>
    /// takes to meet it again.
    /// </summary>
    public static void Run<T>(Arbitrary<T> cases, Action<T> check) =>
        Check.One(
            Config.QuickThrowOnFailure
                .WithName($"{SeedVariable}={Seed}")
                .WithMaxTest(Times)
                .WithReplay(new Replay(new Rnd(Seed), null)),
            Prop.ForAll(cases, check));
}
