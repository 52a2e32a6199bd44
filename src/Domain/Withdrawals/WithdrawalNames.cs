namespace OrleansWallet.Domain.Withdrawals;

/// <summary>The names of withdrawal statuses.</summary>
public static class WithdrawalNames
{
    public static string Of(WithdrawalStatus status) => status switch
    {
        WithdrawalStatus.Requested => "requested",
        WithdrawalStatus.Locking => "locking",
        WithdrawalStatus.Pending => "pending",
        WithdrawalStatus.Paying => "paying",
        WithdrawalStatus.Sent => "sent",
        WithdrawalStatus.Finishing => "finishing",
        WithdrawalStatus.Finished => "finished",
        WithdrawalStatus.Rejecting => "rejecting",
        WithdrawalStatus.Rejected => "rejected",
        WithdrawalStatus.Cancelling => "cancelling",
        WithdrawalStatus.Cancelled => "cancelled",
        WithdrawalStatus.Review => "review",
        WithdrawalStatus.Refused => "refused",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <exception cref="FormatException">It is no status.</exception>
    public static WithdrawalStatus Parse(string name) =>
        Enum.GetValues<WithdrawalStatus>().FirstOrDefault(s => Of(s) == name) is var status
        && status != 0
            ? status
            : throw new FormatException($"'{name}' is not a withdrawal's status");
}
