using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Journal.Deposits;

namespace OrleansWallet.Api.Deposits;

/// <summary>Gets addresses to pay to.</summary>
/// <remarks>
/// The request is written before the provider is asked: what is paid to an address whose answer
/// was lost still finds its user by the order's id.
/// </remarks>
internal sealed class DepositOffers(
    IPaymentProvider provider, IDepositOrders orders, ProcessCalls calls, KeysUnderWay keysUnderWay)
{
    private const string ProviderUnavailable = "provider_unavailable";

    public static IResult Unavailable() => Problem.Unavailable(
        ProviderUnavailable, "The payment provider can't be reached; nothing was done");

    public async Task<IResult> Make(
        HttpContext http, RequestKey key, WalletId user, Currency currency, Amount? amount)
    {
        if (!provider.IsConfigured)
        {
            return Unavailable();
        }

        if (key.Caller is { } caller && !keysUnderWay.TryEnter(caller))
        {
            return OperationRunner.KeyInProgress();
        }

        try
        {
            return await MakeOnce(http, key, user, currency, amount);
        }
        finally
        {
            if (key.Caller is { } entered)
            {
                keysUnderWay.Exit(entered);
            }
        }
    }

    private async Task<IResult> MakeOnce(
        HttpContext http, RequestKey key, WalletId user, Currency currency, Amount? amount)
    {
        var asked = new DepositOrder(key.NewId("dep_"), user.Value, key.Fingerprint, null);
        var order = await orders.Begin(asked, http.RequestAborted);
        if (order.UserId != user.Value || order.Fingerprint != key.Fingerprint)
        {
            return ProcessProblems.KeyReused();
        }

        if (order.PaymentId is { } known
            && await calls.Get<DepositState>(
                new ProcessId(ProcessKind.Deposit, known), http.RequestAborted) is { } before)
        {
            http.Response.Headers[CallerKey.ReplayedHeader] = "true";
            return View(before);
        }

        return await provider.CreatePayment(
            currency, amount, order.OrderId, http.RequestAborted) switch
        {
            PaymentOffer.Created created => await Keep(http, key, user, currency, order, created),
            PaymentOffer.Refused refused => ProcessProblems.Of(
                new ProcessRefusal(ProcessRefusalCode.ProviderRefused, refused.Reason),
                ProcessKind.Deposit),
            _ => Unavailable(),
        };
    }

    private async Task<IResult> Keep(
        HttpContext http, RequestKey key, WalletId user, Currency currency, DepositOrder order,
        PaymentOffer.Created created)
    {
        var action = new DepositAction.Create(
            user, currency, created.PayCurrency, created.PayAddress, created.PayAmount,
            created.ExpiresAt, order.OrderId)
        {
            By = http.User.AsUser(),
            Request = key.Value,
            Fingerprint = key.Fingerprint,
        };
        var id = new ProcessId(ProcessKind.Deposit, created.PaymentId);
        if (await calls.Act(id, action, CancellationToken.None) is not ProcessAnswer.Done done)
        {
            // Nobody saw the address yet; a repeated call gets another one.
            return Problem.Unavailable(
                ProblemCodes.NotAccepted, "Nothing was done; try again with the same key");
        }

        await orders.Complete(order.OrderId, created.PaymentId, CancellationToken.None);
        return View((DepositState)done.State);
    }

    private static JsonHttpResult<DepositOfferBody> View(DepositState state) =>
        TypedResults.Json(DepositOfferBody.Of(state), DepositJson.Default.DepositOfferBody);
}
