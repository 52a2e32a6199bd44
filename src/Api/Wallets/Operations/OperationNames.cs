namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>The operations' names: in batches, in derived keys and as directions.</summary>
internal static class OperationNames
{
    public const string Credit = "credit";
    public const string Debit = "debit";
    public const string Lock = "lock";
    public const string Unlock = "unlock";
    public const string Release = "release";
    public const string Transfer = "transfer";
    public const string Reverse = "reverse";
    public const string Freeze = "freeze";
    public const string Unfreeze = "unfreeze";
    public const string Close = "close";
}
