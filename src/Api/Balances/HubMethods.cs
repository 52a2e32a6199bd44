namespace OrleansWallet.Api.Balances;

/// <summary>The names of the messages to clients.</summary>
internal static class HubMethods
{
    public const string BalanceInitial = "balance_initial";
    public const string BalanceUpdated = "balance_updated";
    public const string AccountUpdated = "account_updated";
    public const string TransactionCompleted = "transaction_completed";
    public const string TransactionFailed = "transaction_failed";
    public const string BalanceInsufficient = "balance_insufficient";
    public const string TradeUpdated = "trade_updated";
    public const string Error = "error";
}
