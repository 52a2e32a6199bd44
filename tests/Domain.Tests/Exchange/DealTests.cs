using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Fees;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Prices;
using OrleansWallet.Domain.Tests.Properties;

namespace OrleansWallet.Domain.Tests.Exchange;

public sealed class DealTests
{
    private static readonly Currency[] _currencies =
        [.. ((string[])["USD", "JPY", "BTC", "USDC", "ETH"]).Select(c => CurrencyRegistry.Default[c])];

    private static readonly Arbitrary<(long Minor, long Rate, int Scale, int Pick, int Share)> _cases =
        (from minor in Gen.Choose(1, int.MaxValue)
         from big in Gen.Choose(1, 1_000_000_000)
         from rate in Gen.Choose(1, int.MaxValue)
         from scale in Gen.Choose(0, 12)
         from pick in Gen.Choose(0, 19)
         from share in Gen.Choose(0, BasisPoints.Whole)
         select ((long)minor * (big % 2 == 0 ? 1 : big), (long)rate, scale, pick, share)).ToArbitrary();

    [Fact]
    public void Paying_WhateverTheSums_NeverFavoursTheUserNorCostsHimMoreThanAMinorUnit() =>
        Checks.Run(_cases, c =>
        {
            var (from, to, rate, share) = Read(c);
            var paid = new Amount(c.Minor, from);
            if (Deal.Paying(paid, rate, to, share) is not { } deal)
            {
                return;
            }

            Assert.Equal(paid, deal.From);
            Assert.True(deal.Fee.Minor >= 0 && deal.Fee < deal.From && deal.To.IsPositive);
            AssertShare(deal.Fee, deal.From, share);
            // net × rate − 1 < to ≤ net × rate, in minor units of the currency that is got.
            var exact = Exact(deal.From - deal.Fee, rate, to, out var unit);
            var got = (BigInteger)deal.To.Minor * unit;
            Assert.True(got <= exact && exact < got + unit);
        });

    [Fact]
    public void Getting_WhateverTheSums_NeverFavoursTheUserNorCostsHimMoreThanAMinorUnit() =>
        Checks.Run(_cases, c =>
        {
            var (from, to, price, share) = Read(c);
            var wanted = new Amount(c.Minor, to);
            if (Deal.Getting(wanted, price, from, share) is not { } deal)
            {
                return;
            }

            Assert.Equal(wanted, deal.To);
            var net = deal.From - deal.Fee;
            AssertShare(deal.Fee, net, share);
            var exact = Exact(wanted, price, from, out var unit);
            var paid = (BigInteger)net.Minor * unit;
            Assert.True(paid >= exact && exact > paid - unit);
        });

    [Theory]
    [InlineData("0.01", "USD", "0.0000001", "BTC", 0)]
    [InlineData("0.01", "USD", "1", "EUR", 1)]
    [InlineData("100", "USD", "1", "EUR", 10_000)]
    [InlineData("0", "USD", "1", "EUR", 0)]
    public void Paying_WhenASideComesToNothing_IsNoDeal(
        string amount, string from, string rate, string to, int share) =>
        Assert.Null(Deal.Paying(
            Amount.Parse(amount, CurrencyRegistry.Default[from]), Rate.Parse(rate),
            CurrencyRegistry.Default[to], new BasisPoints(share)));

    private static (Currency From, Currency To, Rate Rate, BasisPoints Share) Read(
        (long Minor, long Rate, int Scale, int Pick, int Share) c)
    {
        var from = c.Pick % _currencies.Length;
        var to = (from + 1 + (c.Pick / _currencies.Length)) % _currencies.Length;
        var digits = c.Rate.ToString(System.Globalization.CultureInfo.InvariantCulture)
            .PadLeft(c.Scale + 1, '0');
        var text = c.Scale == 0 ? digits : $"{digits[..^c.Scale]}.{digits[^c.Scale..]}";
        return (_currencies[from], _currencies[to], Rate.Parse(text), new BasisPoints(c.Share));
    }

    // amount × rate in minor units of the other currency, and one of these units, both times
    // what makes them whole numbers.
    private static BigInteger Exact(Amount amount, Rate rate, Currency to, out BigInteger unit)
    {
        var text = rate.ToString();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : text.Length - point - 1;
        var mantissa = BigInteger.Parse(
            text.Replace(".", "", StringComparison.Ordinal),
            System.Globalization.CultureInfo.InvariantCulture);
        unit = BigInteger.Pow(10, scale + amount.Currency.Scale);
        return (BigInteger)amount.Minor * mantissa * BigInteger.Pow(10, to.Scale);
    }

    private static void AssertShare(Amount fee, Amount of, BasisPoints share)
    {
        var exact = (BigInteger)of.Minor * share.Value;
        var taken = (BigInteger)fee.Minor * BasisPoints.Whole;
        Assert.True(taken >= exact && taken < exact + BasisPoints.Whole);
    }
}
