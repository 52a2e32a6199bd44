using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OrleansWallet.Api.Problems;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Journal.Deposits;

namespace OrleansWallet.Api.Deposits;

/// <summary>
/// Takes the provider's messages: keeps each raw, and acts on those whose signature holds. Any
/// answer but 200 makes the provider send it again, which does no harm.
/// </summary>
internal sealed partial class IpnReceiver(
    IPaymentProvider provider, IIpnLog log, PaymentNews payments, PayoutNews payouts,
    ILogger<IpnReceiver> logger)
{
    /// <summary>Larger bodies are not the provider's.</summary>
    public const int BodyBytesMax = 64 * 1024;

    private const string SignatureHeader = "x-nowpayments-sig";
    private const int SignatureLengthMax = 256;

    /// <summary>Who acts by such a message.</summary>
    public static readonly Actor By = new("nowpayments", ActorRole.System);

    public async Task<IResult> Receive(HttpContext http)
    {
        if (!provider.IsConfigured)
        {
            return DepositOffers.Unavailable();
        }

        if (await ReadBody(http) is not { } body)
        {
            return Problem.Of(
                StatusCodes.Status413PayloadTooLarge, ProblemCodes.BodyTooLarge,
                "The body is too large");
        }

        var signature = http.Request.Headers[SignatureHeader] is [{ } given] ? given : null;
        var valid = provider.VerifyIpn(body, signature);
        var notice = valid ? provider.ParseIpn(body) : null;
        await log.Add(
            new IpnMessage(
                body, signature is { Length: > SignatureLengthMax } ? null : signature, valid,
                (notice as IpnNotice.OfPayment)?.PaymentId),
            CancellationToken.None);
        if (!valid)
        {
            return Problem.Of(
                StatusCodes.Status401Unauthorized, "invalid_signature",
                "The signature does not hold");
        }

        return await Take(notice, Digest.Of(body)) switch
        {
            ProcessAnswer.NotAccepted or ProcessAnswer.OutcomeUnknown =>
                Problem.Unavailable(ProblemCodes.NotAccepted, "Not taken yet; send it again"),
            _ => TypedResults.Json(
                new IpnTakenBody(true), DepositJson.Default.IpnTakenBody),
        };
    }

    private async ValueTask<ProcessAnswer?> Take(IpnNotice? notice, UInt128 request)
    {
        var answer = notice switch
        {
            IpnNotice.OfPayment payment => await payments.Tell(payment, request),
            IpnNotice.OfPayout payout => await payouts.Tell(payout, request),
            _ => null,
        };
        if (answer is null)
        {
            LogNotUsed();
        }
        else if (answer is ProcessAnswer.Refused refused)
        {
            LogRefused(refused.Refusal.Code);
        }

        return answer;
    }

    private static async ValueTask<byte[]?> ReadBody(HttpContext http)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int count;
        while ((count = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            body.Write(buffer, 0, count);
            if (body.Length > BodyBytesMax)
            {
                return null;
            }
        }

        return body.ToArray();
    }

    [LoggerMessage(4310, LogLevel.Error, "A signed provider message could not be used; it is kept")]
    private partial void LogNotUsed();

    [LoggerMessage(4311, LogLevel.Error, "A signed provider message was refused: {Code}; it is kept")]
    private partial void LogRefused(ProcessRefusalCode code);
}
