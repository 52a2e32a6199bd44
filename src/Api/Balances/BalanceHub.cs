using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Trades;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Api.Balances;

/// <summary>
/// The hub <c>/balance</c>. Each connection belongs to its user and hears of that user's wallet;
/// a <see cref="BalanceFeed"/> does the sending.
/// </summary>
public sealed class BalanceHub(
    BalanceFeeds feeds, IHubContext<BalanceHub> hub, ProcessCalls calls) : Hub
{
    private const string FeedItem = "feed";

    private BalanceFeed? Feed => Context.Items[FeedItem] as BalanceFeed;

    public override async Task OnConnectedAsync()
    {
        if (WalletId.TryParse(Context.User?.FindFirst(Caller.UserIdClaim)?.Value, out var wallet))
        {
            Context.Items[FeedItem] =
                feeds.Open(wallet, new HubFeedSink(hub, Context.ConnectionId));
            return;
        }

        await SendError(ProblemCodes.Unauthorized, "The token names no user.");
        Context.Abort();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Feed is { } feed)
        {
            await feeds.Close(feed);
        }
    }

    /// <summary>Answers by <c>balance_initial</c>.</summary>
    [HubMethodName("get_current_balance")]
    public void GetCurrentBalance() => Feed?.RequestSnapshot();

    /// <summary>
    /// Answers by the missed <c>balance_updated</c> and <c>account_updated</c> in order, or by
    /// <c>balance_initial</c>.
    /// </summary>
    /// <param name="position"><c>{epoch, version}</c> of the last message that was heard.</param>
    [HubMethodName("resume")]
    public async Task Resume(JsonElement position)
    {
        if (FeedPosition.TryRead(position) is { } from)
        {
            Feed?.RequestResume(from);
        }
        else
        {
            await SendError(ProblemCodes.Validation, "resume takes {epoch, version}.");
        }
    }

    /// <summary>
    /// Answers by <c>trade_updated</c>; what changes afterwards is sent to its parties anyway.
    /// </summary>
    [HubMethodName("watch_trade")]
    public async Task WatchTrade(JsonElement request)
    {
        var user = Context.User?.FindFirst(Caller.UserIdClaim)?.Value ?? "";
        if (!TryReadTradeId(request, out var id))
        {
            await SendError(ProblemCodes.Validation, "watch_trade takes {tradeId}.");
            return;
        }

        try
        {
            var trade = await calls.Get<TradeState>(
                new ProcessId(ProcessKind.Trade, id), Context.ConnectionAborted);
            if (trade?.SideOf(user) is null)
            {
                await SendError(ProblemCodes.Forbidden, "Only the parties of a trade may watch it.");
                return;
            }

            await Clients.Caller.SendAsync(HubMethods.TradeUpdated, TradeBody.Of(trade));
        }
        catch (Contracts.Wallets.WalletUnavailableException)
        {
            await SendError(ProblemCodes.NotAccepted, "The journal is away; ask again.");
        }
    }

    /// <summary>Ends what <see cref="WatchTrade"/> began.</summary>
    [HubMethodName("unwatch_trade")]
    public async Task UnwatchTrade(JsonElement request)
    {
        if (!TryReadTradeId(request, out _))
        {
            await SendError(ProblemCodes.Validation, "unwatch_trade takes {tradeId}.");
        }
    }

    private static bool TryReadTradeId(JsonElement request, out string id)
    {
        id = request.ValueKind == JsonValueKind.Object
            && request.TryGetProperty("tradeId", out var member)
            && member.ValueKind == JsonValueKind.String
                ? member.GetString()!
                : "";
        return IdText.IsValid(id);
    }

    private Task SendError(string code, string message) =>
        Clients.Caller.SendAsync(HubMethods.Error, new ErrorMessage(code, message));
}
