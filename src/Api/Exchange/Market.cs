using OrleansWallet.Api.Referrals;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Prices;

namespace OrleansWallet.Api.Exchange;

/// <summary>Completes what a user asks for by what the platform knows.</summary>
public sealed class Market(IPrices prices, ReferralBook referrals)
{
    // Prices of two currencies are compared in this one.
    private const string Common = "USD";

    /// <summary>The ask with the price of now, if there is one, and the user's referrer.</summary>
    /// <exception cref="Contracts.Wallets.WalletUnavailableException">
    /// The referrer can't be read now.
    /// </exception>
    public async ValueTask<OrderAsk> Complete(
        OrderAsk ask, CancellationToken cancellationToken)
    {
        var sheet = await prices.Get(Common, cancellationToken);
        var (one, other) = ask.IsPaying ? (ask.From, ask.To) : (ask.To, ask.From);
        // Either way in the platform's favour.
        var price = sheet?.Cross(one.Code, other.Code, up: !ask.IsPaying);
        return ask with
        {
            Price = price?.Value.ToString(),
            IsStale = price is null or { IsStale: true },
            Referrer = await referrals.ReferrerOf(ask.User, cancellationToken),
        };
    }
}
