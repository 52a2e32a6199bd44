using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Tests.Processes;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Domain.Tests.Trades;

public sealed class TradeCommissionTests
{
    private static readonly IProcessRules _rules = new TradeRules(new TradeTerms());

    // Half a percent of it is the fee, a fifth of that the commission, cut.
    [Theory]
    [InlineData("bob", "0.00099999", "bob", 99)]
    [InlineData("bob", "0.00000999", null, 0)]
    [InlineData(null, "0.00099999", null, 0)]
    [InlineData(Acting.User, "0.00099999", null, 0)]
    public void Create_WhateverTheReferrer_GivesHimHisShareOfTheFeeAndNobodyHisOwn(
        string? referrer, string amount, string? earns, int commission)
    {
        var trade = _rules.Accept<TradeState>(
            new ProcessId(ProcessKind.Trade, "tr-1"), null,
            new TradeAction.Create(
                new WalletId("seller"), Acting.Wallet, Acting.Btc(amount), "EUR", "10")
            {
                By = Acting.Actors["self"],
                Request = 1,
                Referrer = referrer is null ? null : new WalletId(referrer),
            });

        Assert.Equal(
            (earns, commission),
            (trade.Referrer?.Value, (int)(trade.Commission?.Minor ?? 0)));
    }
}
