namespace OrleansWallet.LoadTest.Http;

/// <summary>What is needed of one transaction's answer.</summary>
/// <param name="Transaction">Its receipt as of now.</param>
internal readonly record struct TransactionAnswer(ReceiptAnswer Transaction);
