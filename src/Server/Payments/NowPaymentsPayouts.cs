using Microsoft.Extensions.Options;
using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Providers;
using OrleansWallet.Providers.NowPayments;

namespace OrleansWallet.Server.Payments;

/// <summary>Withdrawals by NOWPayments.</summary>
internal sealed class NowPaymentsPayouts(
    INowPayments provider, Coins coins, IOptions<NowPaymentsOptions> options,
    ILogger<NowPaymentsPayouts> logger) : IPayoutProvider
{
    public async ValueTask<PayoutAnswer?> Send(
        PayoutCall call, CancellationToken cancellationToken)
    {
        if (!options.Value.HasPayouts)
        {
            return new PayoutAnswer.Refused("no payout account is configured");
        }

        if (!coins.TryFind(call.Amount.Currency.Code, call.Network, out var coin))
        {
            return new PayoutAnswer.Refused("this currency and network can't be paid out");
        }

        var request = new PayoutRequest(call.ExternalId, coin, call.Amount, call.Address);
        switch (await provider.CreatePayout(request, cancellationToken))
        {
            case ProviderResult<Payout>.Done { Value: var payout }:
                await Confirm(payout, cancellationToken);
                return new PayoutAnswer.Sent(payout.Id);
            case ProviderResult<Payout>.Refused refused:
                return new PayoutAnswer.Refused(refused.Code);
            case ProviderResult<Payout>.Unavailable away:
                return new PayoutAnswer.Refused($"not sent: {away.Reason}");
            default:
                return null;
        }
    }

    public async ValueTask<PayoutAnswer?> Ask(
        PayoutCall call, CancellationToken cancellationToken)
    {
        var asked = call.PayoutId is { } id
            ? (await provider.GetPayout(id, cancellationToken))
                .Select(p => new ProviderResult<Payout?>.Done(p))
            : await provider.FindPayout(call.ExternalId, call.Since, cancellationToken);
        return asked switch
        {
            ProviderResult<Payout?>.Done { Value: { } payout } => AnswerOf(payout),
            ProviderResult<Payout?>.Done => new PayoutAnswer.Unclear("the provider does not list it"),
            ProviderResult<Payout?>.Refused refused => new PayoutAnswer.Unclear(refused.Code),
            _ => null,
        };
    }

    internal static PayoutOutcome OutcomeOf(PayoutStatus status) => status switch
    {
        PayoutStatus.Finished => PayoutOutcome.Finished,
        PayoutStatus.Failed or PayoutStatus.Rejected => PayoutOutcome.Failed,
        _ => PayoutOutcome.Processing,
    };

    private static PayoutAnswer AnswerOf(Payout payout) => OutcomeOf(payout.Status) switch
    {
        PayoutOutcome.Finished => new PayoutAnswer.Finished(payout.Id),
        PayoutOutcome.Failed =>
            new PayoutAnswer.Failed(payout.Id, payout.Error ?? payout.StatusText),
        _ => new PayoutAnswer.Sent(payout.Id),
    };

    // Not confirmed it waits at the provider, where an operator can confirm it.
    private async Task Confirm(Payout payout, CancellationToken cancellationToken)
    {
        if (payout.BatchId is { } batch
            && await provider.VerifyPayout(batch, cancellationToken)
                is not ProviderResult<string>.Done)
        {
            ServerLog.PayoutNotConfirmed(logger, payout.Id);
        }
    }
}
