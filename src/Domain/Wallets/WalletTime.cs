namespace OrleansWallet.Domain.Wallets;

/// <summary>Times as the journal keeps them: UTC, whole microseconds, never backwards.</summary>
public static class WalletTime
{
    public static DateTimeOffset Cut(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public static DateTimeOffset Next(DateTimeOffset now, DateTimeOffset last)
    {
        var cut = Cut(now);
        return cut < last ? last : cut;
    }
}
