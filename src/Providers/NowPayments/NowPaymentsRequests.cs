using System.Globalization;
using System.Net.Http.Headers;
using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>The requests of NOWPayments' API; paths are below the base URL.</summary>
internal sealed class NowPaymentsRequests(NowPaymentsOptions options, TimeProvider time)
{
    /// <summary>Payouts a page of a listing.</summary>
    public const int PageSize = 100;

    public static HttpRequestMessage GetPayment(string paymentId) =>
        new(HttpMethod.Get, $"v1/payment/{Escape(paymentId)}");

    public static HttpRequestMessage GetMinimum(Coin coin) =>
        new(HttpMethod.Get, $"v1/min-amount?currency_from={Escape(coin.Code)}");

    public static HttpRequestMessage GetPayout(string payoutId, string token) =>
        WithBearer(new(HttpMethod.Get, $"v1/payout/{Escape(payoutId)}"), token);

    /// <summary>A page, from 0, of the payouts made since a time; the newest first.</summary>
    public static HttpRequestMessage ListPayouts(DateTimeOffset since, int page, string token)
    {
        var from = since.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var path = $"v1/payout?date_from={Escape(from)}&order_by=dateCreated&order=desc"
            + $"&limit={PageSize}&page={page}";
        return WithBearer(new(HttpMethod.Get, path), token);
    }

    public HttpRequestMessage SignIn() =>
        new(HttpMethod.Post, "v1/auth")
        {
            Content = JsonBody.Of(w =>
            {
                w.WriteString("email", options.PayoutEmail);
                w.WriteString("password", options.PayoutPassword);
            }),
        };

    public HttpRequestMessage CreatePayment(PaymentRequest request)
    {
        // A price in the coin's own currency is a price in that coin: theirs differ by network.
        var priceCode = request.Price.Currency.Code == request.Coin.Currency
            ? request.Coin.Code
            : request.Price.Currency.Code.ToLowerInvariant();
        return new HttpRequestMessage(HttpMethod.Post, "v1/payment")
        {
            Content = JsonBody.Of(w =>
            {
                w.WriteNumber("price_amount", ExactDecimal.From(request.Price));
                w.WriteString("price_currency", priceCode);
                w.WriteString("pay_currency", request.Coin.Code);
                w.WriteString("order_id", request.OrderId);
                w.WriteIfAny("order_description", request.Description);
                w.WriteIfAny("ipn_callback_url", options.IpnCallbackUrl?.AbsoluteUri);
            }),
        };
    }

    public HttpRequestMessage CreatePayout(PayoutRequest request, string token)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "v1/payout")
        {
            Content = JsonBody.Of(w =>
            {
                w.WriteIfAny("ipn_callback_url", options.IpnCallbackUrl?.AbsoluteUri);
                w.WriteStartArray("withdrawals");
                w.WriteStartObject();
                w.WriteString("address", request.Address);
                w.WriteString("currency", request.Coin.Code);
                w.WriteNumber("amount", ExactDecimal.From(request.Amount));
                w.WriteIfAny("extra_id", request.ExtraId);
                w.WriteString("unique_external_id", request.ExternalId);
                w.WriteEndObject();
                w.WriteEndArray();
            }),
        };
        return WithBearer(message, token);
    }

    public HttpRequestMessage VerifyPayout(string batchId, string token)
    {
        var message = new HttpRequestMessage(
            HttpMethod.Post, $"v1/payout/{Escape(batchId)}/verify")
        {
            Content = JsonBody.Of(w => w.WriteString(
                "verification_code", Totp.Code(options.PayoutTotpSecret, time.GetUtcNow()))),
        };
        return WithBearer(message, token);
    }

    private static HttpRequestMessage WithBearer(HttpRequestMessage message, string token)
    {
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return message;
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
