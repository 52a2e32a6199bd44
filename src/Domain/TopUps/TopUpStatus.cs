namespace OrleansWallet.Domain.TopUps;

/// <summary>Where a top-up is.</summary>
public enum TopUpStatus
{
    /// <summary>Waits for an admin.</summary>
    Pending = 1,

    /// <summary>An intention: the wallet decides next.</summary>
    Crediting,
    Success,
    Failed,
}
