using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Problems;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Api.Processes;

/// <summary>The problems of processes.</summary>
public static class ProcessProblems
{
    /// <param name="refusal">Why.</param>
    /// <param name="kind">Of which kind of process; names the codes.</param>
    public static IResult Of(ProcessRefusal refusal, ProcessKind kind)
    {
        if (refusal.Wallet is { } wallet)
        {
            return Problem.Of(wallet);
        }

        var (status, code, title) = Describe(refusal.Code, kind);
        return Problem.Of(status, code, title, refusal.Detail);
    }

    /// <summary>The stable code of a refusal; null for none.</summary>
    public static string? CodeOf(ProcessRefusal? refusal, ProcessKind kind) => refusal switch
    {
        null => null,
        { Wallet: { } wallet } => ProblemCodes.Of(wallet.Code).Code,
        _ => Describe(refusal.Code, kind).Code,
    };

    private static (int Status, string Code, string Title) Describe(
        ProcessRefusalCode refusal, ProcessKind kind) => refusal switch
        {
            ProcessRefusalCode.NotFound => (
                StatusCodes.Status404NotFound, $"{NameOf(kind)}_not_found", "There is no such thing"),
            ProcessRefusalCode.RequestReusedWithOtherInput => (
                StatusCodes.Status422UnprocessableEntity, "idempotency_mismatch",
                "The key was used before with other input"),
            ProcessRefusalCode.NotAllowed => (
                StatusCodes.Status403Forbidden, ProblemCodes.Forbidden, "Not allowed"),
            ProcessRefusalCode.WrongState => (
                StatusCodes.Status409Conflict, $"{NameOf(kind)}_state", "Not in this state"),
            ProcessRefusalCode.OutsideTerms => (
                StatusCodes.Status422UnprocessableEntity, "outside_terms", "Outside the terms"),
            ProcessRefusalCode.Stale => (
                StatusCodes.Status409Conflict, "stale", "What was agreed on has changed"),
            ProcessRefusalCode.LimitExceeded => (
                StatusCodes.Status422UnprocessableEntity, "limit_exceeded", "A limit is reached"),
            ProcessRefusalCode.LiquidityShort => (
                StatusCodes.Status422UnprocessableEntity, "insufficient_liquidity",
                "There is not enough to take"),
            ProcessRefusalCode.WalletRefused => (
                StatusCodes.Status409Conflict, "wallet_refused", "A wallet refused"),
            ProcessRefusalCode.ProviderRefused => (
                StatusCodes.Status422UnprocessableEntity, "provider_refused", "The provider refused"),
            ProcessRefusalCode.Exists => (
                StatusCodes.Status409Conflict, "exists", "It exists already"),
            _ => throw new InvalidOperationException($"refusal {refusal} has no HTTP status"),
        };

    /// <summary>422: a key that was used before, for something else.</summary>
    public static IResult KeyReused()
    {
        // The same for every kind.
        var (status, code, title) = Describe(
            ProcessRefusalCode.RequestReusedWithOtherInput, ProcessKind.Trade);
        return Problem.Of(status, code, title, "this key was used with other input");
    }

    /// <summary>The problem of an answer that is not done.</summary>
    public static IResult Of(ProcessAnswer answer, ProcessKind kind) => answer switch
    {
        ProcessAnswer.Refused refused => Of(refused.Refusal, kind),
        ProcessAnswer.NotAccepted => Problem.Unavailable(
            ProblemCodes.NotAccepted, "Nothing was done; try again with the same key"),
        ProcessAnswer.OutcomeUnknown => Problem.Unavailable(
            ProblemCodes.OutcomeUnknown,
            "It may or may not have happened; ask again with the same key"),
        _ => throw new InvalidOperationException($"{answer.GetType().Name} is not a problem"),
    };

    private static string NameOf(ProcessKind kind) => kind switch
    {
        ProcessKind.TopUp => "topup",
        ProcessKind.AddressBook => "address",
        ProcessKind.ReferralCode => "referral",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
