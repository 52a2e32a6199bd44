namespace OrleansWallet.Domain.Withdrawals;

/// <summary>What a provider says of a payout that it has.</summary>
public enum PayoutOutcome
{
    /// <summary>It works on it.</summary>
    Processing = 1,

    /// <summary>The money is at its address.</summary>
    Finished,

    /// <summary>It failed or was rejected.</summary>
    Failed,
}
