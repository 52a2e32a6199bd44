using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Grains.Processes;

namespace OrleansWallet.Grains.Payments;

/// <summary>Asks the provider where the deposits' payments are; passes on all other calls.</summary>
/// <remarks>
/// Always answers: what a provider that is away did not say is asked at the deposit's next time,
/// not at the next recovery scan.
/// </remarks>
public sealed class PaymentCalls(IPaymentLookup payments, IOutsideCalls others) : IOutsideCalls
{
    public async ValueTask<OutsideAnswer?> Make(
        OutsideCall call, CancellationToken cancellationToken) => call switch
        {
            PaymentCall payment => new PaymentAnswer(
                (await payments.FindPayment(payment.PaymentId, cancellationToken))
                    // Whose it is the deposit knows, or nobody.
                    ?.ToNews(owner: null)),
            _ => await others.Make(call, cancellationToken),
        };
}
