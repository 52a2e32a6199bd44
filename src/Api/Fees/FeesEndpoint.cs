using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Api.Fees;

/// <summary>The fee schedule in force, for anyone.</summary>
public static class FeesEndpoint
{
    public static IEndpointRouteBuilder MapFees(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/fees", Get)
            .AllowAnonymous()
            .WithTags("Fees")
            .WithSummary("The fee schedule in force")
            .Produces<FeesBody>();
        return routes;
    }

    private static JsonHttpResult<FeesBody> Get(
        PlatformTerms terms, CurrencyRegistry currencies)
    {
        var body = new FeesBody
        {
            Withdrawals = [.. currencies.All.Select(c => FeeOf(terms.Withdrawals.RateOf(c), c))],
            P2P = new ShareBody(terms.Trades.Fee.Value),
            Swap = new ShareBody(terms.Exchange.SwapFee.Value),
            Spot = new ShareBody(terms.Exchange.SpotFee.Value),
            ExpressBuy = new ShareBody(terms.Exchange.ExpressBuyFee.Value),
            ReferralCommission = new ShareBody(terms.Trades.Commission.Value),
        };
        return TypedResults.Json(body, FeesJson.Default.FeesBody);
    }

    private static WithdrawalFeeBody FeeOf(WithdrawalRate rate, Currency currency)
    {
        string? Text(string? amount) => WithdrawalTerms.Read(amount, currency)?.ToString();

        return new WithdrawalFeeBody
        {
            Currency = currency.Code,
            Flat = Text(rate.Flat)!,
            BasisPoints = rate.Share.Value,
            Min = Text(rate.Min),
            Max = Text(rate.Max),
            DayMax = Text(rate.DayMax),
            MonthMax = Text(rate.MonthMax),
        };
    }
}
