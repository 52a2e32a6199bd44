using FsCheck.Fluent;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Tests.Properties;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Exchange;

/// <summary>Orders with real wallets: where the money ends, whatever happens on the way.</summary>
public sealed class OrderMoneyTests
{
    private static readonly WalletId _liquidity = WalletId.PlatformLiquidity;
    private static readonly WalletId _fees = WalletId.PlatformFees;
    private static readonly WalletId _referrer = new(OrderBench.Referrer);

    [Fact]
    public void Order_WhenAllIsThere_GivesBothTheirSides()
    {
        var bench = Bench();

        bench.Act(OrderBench.Place(OrderBench.Ask(Usd(100_00))));

        Assert.Equal("completed", bench.Order!.StatusName);
        Assert.Equal(900_00, bench.Available(OrderBench.UserId, OrderBench.Usd));
        Assert.Equal(99_70, bench.Available(_liquidity, OrderBench.Usd));
        Assert.Equal(30, bench.Available(_fees, OrderBench.Usd));
        // 99.70 × 0.00002
        Assert.Equal(199_400, bench.Available(OrderBench.UserId, OrderBench.Btc));
        AssertBooks(bench);
        Assert.Equal(
            [
                "platform:liquidity Lock swap", "alice Lock swap", "alice Transfer swap",
                "platform:liquidity Transfer swap", "alice Transfer exchange_fee",
            ],
            bench.Types);
        Assert.Equal(
            ["reserving", "taking", "giving", "completed"], bench.Order.Events.Select(e => e.To));
    }

    [Fact]
    public void Order_WhenTheUserWasReferred_GivesACommissionOfTheFee()
    {
        var bench = Bench();

        bench.Act(OrderBench.Place(OrderBench.Ask(Usd(100_00)) with { Referrer = _referrer }));

        Assert.Equal("completed", bench.Order!.StatusName);
        Assert.Equal(6, bench.Available(_referrer, OrderBench.Usd));
        Assert.Equal(24, bench.Available(_fees, OrderBench.Usd));
        Assert.Equal("platform:fees Transfer referral_commission", bench.Types[^1]);
        AssertBooks(bench);
    }

    [Fact]
    public void Order_WhenTheLiquidityIsShort_IsRefusedAndNothingChanged()
    {
        var bench = new OrderBench().Fund(OrderBench.UserId, Usd(1_000_00))
            .Fund(_liquidity, Btc(199_399));

        bench.Act(OrderBench.Place(OrderBench.Ask(Usd(100_00))));

        AssertRefused(bench, ProcessRefusalCode.LiquidityShort, null);
    }

    [Fact]
    public void Order_WhenTheUserIsShort_IsRefusedAndNothingChanged()
    {
        var bench = Bench();

        bench.Act(OrderBench.Place(OrderBench.Ask(Usd(1_000_01))));

        AssertRefused(bench, ProcessRefusalCode.WalletRefused, RefusalCode.InsufficientBalance);
    }

    // Frozen right after the liquidity's lock, and right after his own.
    [Theory]
    [InlineData(OrderStatus.Reserving)]
    [InlineData(OrderStatus.Taking)]
    public void Order_WhenTheUserIsFrozenBeforeHePays_IsRefusedAndNothingChanged(
        OrderStatus status)
    {
        var bench = Bench();
        bench.Crashes = order =>
        {
            if (order.Status == status && !order.Held)
            {
                bench.Freeze(OrderBench.UserId);
            }

            return false;
        };

        bench.Act(OrderBench.Place(OrderBench.Ask(Usd(100_00))));

        AssertRefused(bench, ProcessRefusalCode.WalletRefused, RefusalCode.WalletFrozen);
    }

    [Fact]
    public void Order_WhenTheUserIsFrozenBeforeTheFee_TakesItLater()
    {
        var bench = Bench();
        bench.Crashes = order =>
        {
            if (order is { Status: OrderStatus.Giving, Given: false })
            {
                bench.Freeze(OrderBench.UserId);
            }

            return false;
        };

        bench.Act(OrderBench.Place(OrderBench.Ask(Usd(100_00))));

        Assert.Equal(("giving", true), (bench.Order!.StatusName, bench.Order.Pausing));
        Assert.Equal(199_400, bench.Available(OrderBench.UserId, OrderBench.Btc));
        bench.Elapse();
        Assert.True(bench.Order.Pausing);
        bench.Unfreeze(OrderBench.UserId);
        bench.Elapse();
        Assert.Equal("completed", bench.Order.StatusName);
        Assert.Equal(30, bench.Available(_fees, OrderBench.Usd));
        AssertBooks(bench);
    }

    [Fact]
    public void Order_WhenTheUsersWalletTakesNothing_GivesEverythingBack()
    {
        var bench = Bench();
        var full = new Amount(Amount.MinorMax, OrderBench.Btc);
        for (var i = 0; i < 99; i++)
        {
            bench.Fund(OrderBench.UserId, full);
        }

        bench.Fund(OrderBench.UserId, Btc(Amount.MinorMax - 1));
        var before = bench.Available(OrderBench.UserId, OrderBench.Btc);

        bench.Act(OrderBench.Place(OrderBench.Ask(Usd(100_00))));

        Assert.Equal("refused", bench.Order!.StatusName);
        Assert.Contains(bench.Order.Events, e => e.To == "returning");
        Assert.Equal(1_000_00, bench.Available(OrderBench.UserId, OrderBench.Usd));
        Assert.Equal(before, bench.Available(OrderBench.UserId, OrderBench.Btc));
        Assert.Equal(0, bench.Available(_fees, OrderBench.Usd));
        Assert.Equal(100_000_000, bench.Available(_liquidity, OrderBench.Btc));
        Assert.Equal(0, bench.Locked);
    }

    [Fact]
    public void Order_WhateverCrashesAndSums_MovesEachSideOnceOrNothing()
    {
        var cases =
            from cents in Gen.Choose(1, 2_000_00)
            from satoshi in Gen.Choose(0, 4_000_000)
            from crashes in Gen.Choose(0, int.MaxValue)
            from buys in Gen.Elements(true, false)
            from referred in Gen.Elements(true, false)
            select (cents, satoshi, crashes, buys, referred);
        Checks.Run(cases.ToArbitrary(), c =>
        {
            var bench = new OrderBench().Fund(OrderBench.UserId, Usd(1_000_00))
                .Fund(_liquidity, Btc(c.satoshi));
            var step = 0;
            bench.Crashes = _ => step < 30 && ((c.crashes >> step++) & 1) == 1;
            var ask = c.buys
                ? OrderBench.Ask(Btc(c.cents), OrderType.Spot) with { Price = "60000" }
                : OrderBench.Ask(Usd(c.cents));
            var decision = bench.Act(OrderBench.Place(
                c.referred ? ask with { Referrer = _referrer } : ask));
            if (decision is not ProcessDecision.Accepted)
            {
                return;
            }

            var order = bench.Order!;
            Assert.True(order.IsOver);
            Assert.Equal((Int128)1_000_00, bench.Total(OrderBench.Usd));
            Assert.Equal((Int128)c.satoshi, bench.Total(OrderBench.Btc));
            Assert.Equal((Int128)0, bench.Locked);
            var done = order.Status == OrderStatus.Completed;
            Assert.Equal(
                1_000_00 - (done ? order.From.Minor : 0),
                bench.Available(OrderBench.UserId, OrderBench.Usd));
            Assert.Equal(
                done ? order.To.Minor : 0, bench.Available(OrderBench.UserId, OrderBench.Btc));
            Assert.Equal(
                done ? order.Fee.Minor : 0,
                bench.Available(_fees, OrderBench.Usd)
                    + bench.Available(_referrer, OrderBench.Usd));
        });
    }

    private static OrderBench Bench() =>
        new OrderBench().Fund(OrderBench.UserId, Usd(1_000_00)).Fund(_liquidity, Btc(100_000_000));

    private static Amount Usd(Int128 minor) => new(minor, OrderBench.Usd);

    private static Amount Btc(Int128 minor) => new(minor, OrderBench.Btc);

    private static void AssertBooks(OrderBench bench)
    {
        Assert.Equal((Int128)1_000_00, bench.Total(OrderBench.Usd));
        Assert.Equal((Int128)100_000_000, bench.Total(OrderBench.Btc));
        Assert.Equal((Int128)0, bench.Locked);
    }

    private static void AssertRefused(
        OrderBench bench, ProcessRefusalCode code, RefusalCode? wallet)
    {
        Assert.Equal("refused", bench.Order!.StatusName);
        Assert.Equal((code, wallet), (bench.Order.Refusal!.Code, bench.Order.Refusal.Wallet?.Code));
        Assert.Equal((Int128)1_000_00, bench.Available(OrderBench.UserId, OrderBench.Usd));
        Assert.Equal((Int128)0, bench.Available(OrderBench.UserId, OrderBench.Btc));
        Assert.Equal((Int128)0, bench.Locked);
    }
}
