using System.Text.Json.Serialization;
using OrleansWallet.Api.Wallets.Batches;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Api.Wallets.Reads;

namespace OrleansWallet.Api.Wallets;

/// <summary>The bodies of the wallet service. A member given twice is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(CreditRequest))]
[JsonSerializable(typeof(LockRequest))]
[JsonSerializable(typeof(UnlockRequest))]
[JsonSerializable(typeof(ReleaseRequest))]
[JsonSerializable(typeof(TransferRequest))]
[JsonSerializable(typeof(ReasonRequest))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(BatchHead))]
[JsonSerializable(typeof(ReceiptBody))]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(BalancesBody))]
[JsonSerializable(typeof(HoldsBody))]
[JsonSerializable(typeof(TransactionsBody))]
[JsonSerializable(typeof(TransactionDetailBody))]
[JsonSerializable(typeof(OperationBody))]
internal sealed partial class WalletJson : JsonSerializerContext;
