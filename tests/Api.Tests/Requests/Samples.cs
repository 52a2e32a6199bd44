namespace OrleansWallet.Api.Tests.Requests;

/// <summary>A valid call of each route; reads that need nothing but their path have none.</summary>
public static class Samples
{
    private const string Reason = """{"reason":"asked for"}""";

    private const string Credit =
        """
        {"currency":"USD","amount":"1.50","transaction_type":"topup","reference_id":"{new}",
         "account":"spot","counterparty":"world:cash","note":"a note","metadata":{"a":[1,"b"]}}
        """;

    private static readonly Dictionary<string, Sample> _all = new(StringComparer.Ordinal)
    {
        ["POST /auth/register"] = new(
            Roles.Anonymous, """{"email":"{new}@example.com","password":"{password}"}"""),
        ["POST /auth/login"] = new(
            Roles.Anonymous, """{"email":"{email}","password":"{password}"}"""),
        ["POST /auth/refresh"] = new(Roles.Anonymous, """{"refresh_token":"{refresh}"}"""),
        ["POST /auth/logout"] = new(Roles.Self, EndsScene: true),
        ["POST /auth/password"] = new(
            Roles.Self, """{"current_password":"{password}","new_password":"another-password"}""",
            EndsScene: true),
        ["POST /api/wallets/{user_id}/credit"] = new(Roles.Service, Credit),
        ["POST /api/wallets/{user_id}/debit"] = new(Roles.Service, Credit),
        ["POST /api/wallets/{user_id}/lock"] = new(
            Roles.Service,
            """
            {"currency":"USD","amount":"1.50","lock_type":"trade","reference_id":"{new}",
             "expires_at":"2099-01-01T00:00:00Z","account":"spot","note":"n","metadata":{}}
            """),
        ["POST /api/wallets/{user_id}/unlock"] = new(
            Roles.Service,
            """{"currency":"USD","unlock_type":"trade","reference_id":"{hold}","note":"n"}"""),
        ["POST /api/wallets/{user_id}/release"] = new(
            Roles.Service,
            """
            {"currency":"USD","release_type":"trade","reference_id":"{hold}",
             "counterparty":"world:cash"}
            """),
        ["POST /api/wallets/transfer"] = new(
            Roles.Service,
            """
            {"from_user":"{user_id}","postings":[{"to_user":"{other}","amount":1.25}],
             "currency":"USD","transfer_type":"gift","reference_id":"{new}","metadata":{"x":1}}
            """),
        ["POST /api/wallets/batch"] = new(
            Roles.Service,
            """
            {"operations":[
              {"operation":"credit","user_id":"{user_id}","currency":"USD","amount":"2",
               "transaction_type":"topup","reference_id":"{new}"},
              {"operation":"debit","user_id":"{user_id}","currency":"USD","amount":"1",
               "transaction_type":"topup","reference_id":"{new}"}],
             "mode":"atomic"}
            """),
        ["POST /api/wallets/{user_id}/freeze"] = new(Roles.Admin, Reason, EndsScene: true),
        ["POST /api/wallets/{user_id}/unfreeze"] = new(Roles.Admin, Reason, MayFail: true),
        ["POST /api/wallets/{user_id}/close"] = new(
            Roles.Admin, Reason, MayFail: true, EndsScene: true),
        ["POST /api/wallets/transactions/{user_id}/{transaction_id}/reverse"] = new(
            Roles.Admin, Reason),
        ["GET /api/wallets/balances/{user_id}"] = new(
            Roles.Self, Query: "at=2026-01-01T00:00:00Z"),
        ["GET /api/wallets/transactions/{user_id}"] = new(
            Roles.Self,
            Query: "currency=USD&account=spot&type=topup&direction=credit&reference_id={new}"
            + "&from=2026-01-01&to=2099-01-01&min_amount=0.01&max_amount=100&limit=10"),
        ["GET /api/wallets/operations"] = new(Roles.Service, Query: "key={key}"),
        ["PATCH /api/wallet"] = new(
            Roles.Self, """{"display_currency":"EUR","network":"sol","data":{"a":1}}"""),
        ["POST /api/wallet/transfer"] = new(
            Roles.Self,
            """{"recipient_id":"{other}","amount":"1.00","currency":"USD","note":"thanks"}"""),
        ["POST /api/p2p/offers"] = new(
            Roles.Self,
            """
            {"side":"sell","currency":"USD","fiat":"EUR","price":"0.9","min":"1","max":"5",
             "amount":"5","payment_methods":["sepa"],"terms":"none","status":"draft"}
            """),
        ["GET /api/p2p/offers"] = new(
            Roles.Self, Query: "side=sell&currency=USD&fiat=EUR&payment_method=sepa&mine=true&limit=5"),
        ["PATCH /api/p2p/offers/{offer_id}"] = new(Roles.Self, """{"price":"0.91","terms":"{new}"}"""),
        ["GET /api/p2p/trades"] = new(Roles.Self, Query: "status=escrowed,paid&limit=5"),
        ["POST /api/p2p/enhanced/create-trade"] = new(
            Roles.Service,
            """
            {"seller_id":"{user_id}","buyer_id":"{other}","currency":"USD","amount":"1",
             "fiat":"EUR","price":"1"}
            """),
        ["POST /api/p2p/enhanced/mark-paid"] = new(
            Roles.Self, """{"trade_id":"{bought}","proof":"p"}""", MayFail: true),
        ["POST /api/p2p/enhanced/release-crypto"] = new(
            Roles.Self, """{"trade_id":"{sold}"}""", MayFail: true),
        ["POST /api/p2p/enhanced/cancel-trade"] = new(
            Roles.Self, """{"trade_id":"{bought}","reason":"r"}""", MayFail: true),
        ["POST /api/p2p/enhanced/dispute"] = new(
            Roles.Self, """{"trade_id":"{bought}","reason":"r"}""", MayFail: true),
        ["POST /api/p2p/enhanced/dispute/evidence"] = new(
            Roles.Self, """{"trade_id":"{bought}","text":"t"}""", MayFail: true),
        ["POST /api/p2p/enhanced/dispute/decide"] = new(
            Roles.Admin, """{"trade_id":"{bought}","award":"buyer","note":"n"}""", MayFail: true),
        ["POST /api/p2p/enhanced/settle"] = new(
            Roles.Self, """{"trade_id":"{bought}","award":"seller"}""", MayFail: true),
        ["POST /api/p2p/enhanced/appeal"] = new(
            Roles.Self, """{"trade_id":"{bought}","reason":"r"}""", MayFail: true),
        ["POST /api/p2p/enhanced/re-escrow"] = new(
            Roles.Self, """{"trade_id":"{sold}"}""", MayFail: true),
        ["POST /api/p2p/enhanced/messages"] = new(
            Roles.Self, """{"trade_id":"{bought}","text":"hello"}"""),
        ["GET /api/p2p/enhanced/messages"] = new(Roles.Self, Query: "trade_id={bought}&limit=5"),
        ["POST /transactions/topup"] = new(
            Roles.Self, """{"amount":"5.00","currency":"USD","description":"cash"}"""),
        ["PATCH /transactions/topup/{id}/process"] = new(
            Roles.Admin, """{"status":"success","admin_notes":"n"}""", MayFail: true),
        ["GET /transactions/topup"] = new(Roles.Self, Query: "limit=5"),
        ["POST /api/withdrawals/request"] = new(
            Roles.Self,
            """{"currency":"USD","amount":"1","address":"{new}","network":"x"}""", MayFail: true),
        ["POST /api/withdrawals/approve"] = new(
            Roles.Admin, """{"withdrawal_id":"{id}","note":"n"}""", MayFail: true),
        ["POST /api/withdrawals/reject"] = new(
            Roles.Admin, """{"withdrawal_id":"{id}","note":"n"}""", MayFail: true),
        ["POST /api/withdrawals/{id}/cancel"] = new(Roles.Self, MayFail: true),
        ["GET /api/withdrawals"] = new(Roles.Self, Query: "limit=5"),
        ["GET /api/withdrawals/{id}"] = new(Roles.Self, MayFail: true),
        ["GET /api/addresses"] = new(Roles.Self),
        ["POST /api/addresses"] = new(
            Roles.Self,
            """{"currency":"BTC","network":"btc","address":"bc1q{new}","label":"cold"}"""),
        ["DELETE /api/addresses/{id}"] = new(Roles.Self, MayFail: true),
        ["POST /api/nowpayments/create-deposit"] = new(
            Roles.Self, """{"currency":"BTC","amount":"0.1"}""", MayFail: true),
        ["POST /api/nowpayments/ipn"] = new(
            Roles.Anonymous, """{"payment_id":1,"payment_status":"finished"}""", MayFail: true),
        ["GET /api/deposits"] = new(Roles.Self, Query: "limit=5"),
        ["GET /api/deposits/parked"] = new(Roles.Admin, Query: "limit=5"),
        ["POST /api/deposits/parked/{id}/resolve"] = new(
            Roles.Admin, """{"reject":true,"note":"n"}""", MayFail: true),
        ["POST /api/swap/quote"] = new(
            Roles.Self, """{"from_currency":"USD","to_currency":"BTC","amount":"10"}""",
            MayFail: true),
        ["POST /api/swap/execute"] = new(
            Roles.Self,
            """{"from_currency":"USD","to_currency":"BTC","amount":"10","quote_id":"{new}"}""",
            MayFail: true),
        ["POST /api/trading/execute"] = new(
            Roles.Self,
            """{"pair":"BTC/USD","side":"buy","amount":"0.001","limit_price":"70000.5"}""",
            MayFail: true),
        ["POST /api/express-buy/execute"] = new(
            Roles.Self, """{"fiat":"GBP","fiat_amount":"10","currency":"BTC"}""", MayFail: true),
        ["POST /api/savings/transfer"] = new(
            Roles.Self, """{"currency":"USD","amount":"1","direction":"to_savings"}"""),
        ["GET /api/orders"] = new(Roles.Self, Query: "limit=5"),
        ["GET /api/orders/{order_id}"] = new(Roles.Self, MayFail: true),
        ["GET /api/prices"] = new(Roles.Self, Query: "quote=USD"),
        ["POST /api/referrals"] = new(Roles.Self, "{}"),
        ["GET /api/referrals"] = new(Roles.Self, Query: "limit=5"),
        ["GET /api/wallets/portfolio/{user_id}"] = new(Roles.Self, Query: "quote=USD&top=3"),
        ["ANY /balance"] = new(Roles.Self, Query: "id={new}", Method: "GET", MayFail: true),
        ["ANY /balance/negotiate"] = new(
            Roles.Self, Query: "negotiateVersion=1", Method: "POST"),
    };

    public static IEnumerable<string> Names => _all.Keys;

    /// <summary>Null when a route that changes something has none.</summary>
    public static Sample? Find(ApiRoute route) =>
        _all.TryGetValue(route.Name, out var sample) ? sample
        : route.ChangesSomething || route.IsHub ? null
        : new Sample(Roles.Self);
}
