using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class HoldExpiryTests
{
    private static readonly TimeSpan _untilExpiry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _microsecond = TimeSpan.FromMicroseconds(1);

    public static TheoryData<string> Captures() => ["Release", "ReleasePart", "TransferHold"];

    [Theory]
    [MemberData(nameof(Captures))]
    public void Capture_WhenBeforeExpiry_IsTaken(string command)
    {
        var (asked, kinds) = StateCommandTable.Commands[command];

        Held().Later(_untilExpiry - _microsecond).When(asked).ThenAccepted(kinds);
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public void Capture_WhenAtOrAfterExpiry_IsRefused(string command)
    {
        var (asked, _) = StateCommandTable.Commands[command];

        Held().Later(_untilExpiry).When(asked).ThenRefused(RefusalCode.HoldExpired);
        Held().Later(_untilExpiry + _microsecond).When(asked).ThenRefused(RefusalCode.HoldExpired);
        Held().Later(TimeSpan.FromDays(1000)).When(asked).ThenRefused(RefusalCode.HoldExpired);
    }

    [Fact]
    public void Expire_WhenBeforeExpiry_IsRefused() =>
        Held().Later(_untilExpiry - _microsecond).When(Make.Expire())
            .ThenRefused(RefusalCode.HoldNotExpired);

    [Fact]
    public void Expire_WhenAtExpiry_FreesWhatRemains() =>
        Held().And(Make.Release(Make.Usd(10))).Later(_untilExpiry).When(Make.Expire())
            .ThenAccepted(EntryKind.Expired).ThenBalance(Make.Usd(90), locked: 0).ThenNoHold();

    [Fact]
    public void Expire_WhenTheHoldHasNoTime_IsRefusedForEver() =>
        StateCommandTable.State("funded").And(Make.Lock(Make.Usd(40)))
            .Later(TimeSpan.FromDays(100_000)).When(Make.Expire())
            .ThenRefused(RefusalCode.HoldNotExpired);

    [Fact]
    public void Unlock_WhenExpired_IsStillTaken() =>
        Held().Later(_untilExpiry).When(Make.Unlock()).ThenAccepted(EntryKind.Unlocked);

    [Fact]
    public void Expiry_IsCutToMicroseconds_AndKeptInUtc()
    {
        var expiry = new DateTimeOffset(2026, 1, 2, 6, 4, 5, TimeSpan.FromHours(2)).AddTicks(19);

        var hold = StateCommandTable.State("funded")
            .When(Make.Lock(Make.Usd(40), expiresAt: expiry)).ThenHold(Make.Usd(40));

        Assert.Equal(expiry.AddTicks(-9), hold.ExpiresAt);
        Assert.Equal(TimeSpan.Zero, hold.ExpiresAt!.Value.Offset);
    }

    [Fact]
    public void Expiry_WhenTheClockWentBack_CountsFromTheWalletsLastEntry()
    {
        // The wallet's own time has reached the expiry, whatever the clock says now.
        var given = Held().Later(_untilExpiry).And(Make.Credit(Make.Usd(1)));

        given.Later(-_untilExpiry).When(Make.Release()).ThenRefused(RefusalCode.HoldExpired);
    }

    private static WalletScenario Held() => StateCommandTable.State("held");
}
