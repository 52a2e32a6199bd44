using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Trades;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Api.Trades;

/// <summary>The chat of a trade's parties; an admin joins in a dispute.</summary>
internal static class MessageEndpoints
{
    private const int TextLengthMax = 2_000;

    public static async Task<IResult> Post(
        HttpContext http, ProcessCalls calls, IProcessQueries queries, CurrencyRegistry currencies)
    {
        var body = await BodyReader.Read(http, TradeJson.Default.TradeRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var text = input.Text("text", request.Text, TextLengthMax, required: true);
        if (request.TradeId is null)
        {
            input.Errors.Add("trade_id", "is required");
        }

        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var (trade, problem) = await FindChat(http, calls, request.TradeId);
        if (problem is not null
            || !RequestKey.TryRead(
                http, "trade-message", $"{request.TradeId} {text}", out var key, out problem))
        {
            return problem!;
        }

        var (message, known) = await queries.AddMessage(
            trade!.Id.Value, http.User.UserId(), text!, key.Value, http.RequestAborted);
        if (message.TradeId != trade.Id.Value || message.Text != text)
        {
            return ProcessProblems.KeyReused();
        }

        if (known)
        {
            http.Response.Headers[CallerKey.ReplayedHeader] = "true";
        }

        return TypedResults.Json(
            Write(trade, message), TradeJson.Default.MessageBody, null,
            StatusCodes.Status201Created);
    }

    public static async Task<IResult> List(
        [FromQuery(Name = "trade_id")] string? tradeId, [FromQuery] string? limit,
        [FromQuery] string? cursor, HttpContext http, ProcessCalls calls, IProcessQueries queries)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(limit, cursor, errors);
        if (!errors.IsEmpty)
        {
            return errors.ToResult();
        }

        var (trade, problem) = await FindChat(http, calls, tradeId);
        if (problem is not null)
        {
            return problem;
        }

        var messages = await queries.FindMessages(
            trade!.Id.Value, page.BeforeNo ?? 0, page.Limit + 1, http.RequestAborted);
        var shown = messages.Take(page.Limit).ToList();
        return TypedResults.Json(
            new MessagesBody(
                [.. shown.Select(m => Write(trade, m))],
                messages.Count > page.Limit ? PageRequest.Cursor(shown[^1].No) : null),
            TradeJson.Default.MessagesBody);
    }

    private static async ValueTask<(TradeState? Trade, IResult? Problem)> FindChat(
        HttpContext http, ProcessCalls calls, string? id)
    {
        var (trade, problem) = await TradeEndpoints.Find(http, calls, id);
        var mayTalk = trade is not null
            && (trade.SideOf(http.User.UserId()) is not null
                || (http.User.IsAdmin() && trade.Dispute != DisputeStatus.None));
        return problem is null && !mayTalk ? (null, TradeEndpoints.Forbidden()) : (trade, problem);
    }

    private static MessageBody Write(TradeState trade, TradeMessage message) => new(
        message.No.ToString(CultureInfo.InvariantCulture), trade.Id.Value, message.Sender,
        message.Text, WireTime.Format(message.At));
}
