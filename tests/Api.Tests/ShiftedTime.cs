namespace OrleansWallet.Api.Tests;

/// <summary>The wall clock, moved. Timers and elapsed times stay as they are.</summary>
public sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
