using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Api.Balances;

/// <summary>
/// The hub <c>/balance</c>. Each connection belongs to its user and hears of that user's wallet;
/// a <see cref="BalanceFeed"/> does the sending.
/// </summary>
public sealed class BalanceHub(BalanceFeeds feeds, IHubContext<BalanceHub> hub) : Hub
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

    private Task SendError(string code, string message) =>
        Clients.Caller.SendAsync(HubMethods.Error, new ErrorMessage(code, message));
}
