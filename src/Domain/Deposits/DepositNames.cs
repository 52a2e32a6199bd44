namespace OrleansWallet.Domain.Deposits;

/// <summary>The names of deposit statuses, as the provider and the wire have them.</summary>
public static class DepositNames
{
    public const string Parked = "parked";
    public const string Rejected = "rejected";

    public static string Of(DepositStatus status) => status switch
    {
        DepositStatus.Waiting => "waiting",
        DepositStatus.Confirming => "confirming",
        DepositStatus.Confirmed => "confirmed",
        DepositStatus.Sending => "sending",
        DepositStatus.Expired => "expired",
        DepositStatus.Failed => "failed",
        DepositStatus.PartiallyPaid => "partially_paid",
        DepositStatus.Finished => "finished",
        DepositStatus.Refunded => "refunded",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(ParkReason reason) => reason switch
    {
        ParkReason.UnknownPayment => "unknown_payment",
        ParkReason.UnknownCurrency => "unknown_currency",
        ParkReason.UnknownAmount => "unknown_amount",
        ParkReason.WrongCurrency => "wrong_currency",
        ParkReason.WalletRefused => "wallet_refused",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>Reads a provider's status in any case; a cancelled payment is a failed one.</summary>
    public static DepositStatus? Parse(string? name) => name?.ToLowerInvariant() switch
    {
        "cancelled" or "canceled" => DepositStatus.Failed,
        var known => Enum.GetValues<DepositStatus>().FirstOrDefault(s => Of(s) == known)
            is var status && status != 0
                ? status
                : null,
    };
}
