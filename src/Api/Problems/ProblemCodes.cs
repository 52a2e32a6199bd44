using Microsoft.AspNetCore.Http;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Problems;

/// <summary>The one table from a refusal to its HTTP status and stable code.</summary>
public static class ProblemCodes
{
    public const string NotAccepted = "not_accepted";
    public const string OutcomeUnknown = "outcome_unknown";
    public const string KeyInProgress = "idempotency_in_progress";
    public const string Validation = "validation_failed";
    public const string MalformedBody = "malformed_body";
    public const string UnknownCurrency = "unknown_currency";
    public const string InvalidAmount = "invalid_amount";
    public const string WalletNotFound = "wallet_not_found";
    public const string RateLimited = "rate_limited";
    public const string BodyTooLarge = "body_too_large";
    public const string Unauthorized = "unauthorized";
    public const string Forbidden = "forbidden";
    public const string NotFound = "not_found";

    /// <exception cref="InvalidOperationException">A code without a row.</exception>
    public static (int Status, string Code, string Title) Of(RefusalCode code) => code switch
    {
        RefusalCode.KeyReusedWithOtherInput => (
            StatusCodes.Status422UnprocessableEntity, "idempotency_mismatch",
            "The key was used before with other input"),
        RefusalCode.InvalidAmount => (
            StatusCodes.Status400BadRequest, InvalidAmount, "The amount is not valid"),
        RefusalCode.SameWallet => (
            StatusCodes.Status422UnprocessableEntity, "same_wallet",
            "Source and destination are the same"),
        RefusalCode.ExplicitKeyRequired => (
            StatusCodes.Status400BadRequest, "idempotency_key_required",
            "Part of a hold can be taken only with an Idempotency-Key"),
        RefusalCode.WalletClosed => (
            StatusCodes.Status409Conflict, "wallet_closed", "The wallet is closed"),
        RefusalCode.WalletFrozen => (
            StatusCodes.Status409Conflict, "wallet_frozen", "The wallet is frozen"),
        RefusalCode.WalletNotFrozen => (
            StatusCodes.Status409Conflict, "wallet_not_frozen", "The wallet is not frozen"),
        RefusalCode.TransactionNotFound => (
            StatusCodes.Status404NotFound, "transaction_not_found", "There is no such transaction"),
        RefusalCode.TransactionNotReversible => (
            StatusCodes.Status422UnprocessableEntity, "transaction_not_reversible",
            "A transaction of this kind can't be reversed"),
        RefusalCode.HoldNotFound => (
            StatusCodes.Status404NotFound, "hold_not_found", "There is no such open hold"),
        RefusalCode.HoldExists => (
            StatusCodes.Status409Conflict, "hold_exists", "A hold of this name is open"),
        RefusalCode.HoldExpired => (
            StatusCodes.Status409Conflict, "hold_expired", "The hold has expired"),
        RefusalCode.HoldNotExpired => (
            StatusCodes.Status409Conflict, "hold_not_expired", "The hold has not expired"),
        RefusalCode.HoldInsufficient => (
            StatusCodes.Status422UnprocessableEntity, "hold_insufficient",
            "The hold has less left than was asked for"),
        RefusalCode.InsufficientBalance => (
            StatusCodes.Status422UnprocessableEntity, "insufficient_balance",
            "The available balance is too low"),
        RefusalCode.BalanceOverflow => (
            StatusCodes.Status422UnprocessableEntity, "balance_overflow",
            "The balance would be too large"),
        RefusalCode.BalanceNotZero => (
            StatusCodes.Status409Conflict, "balance_not_zero", "The wallet is not empty"),
        RefusalCode.PostingsUnderWay => (
            StatusCodes.Status409Conflict, "postings_under_way",
            "Money sent from the wallet has not arrived yet"),
        _ => throw new InvalidOperationException($"refusal {code} has no HTTP status"),
    };
}
