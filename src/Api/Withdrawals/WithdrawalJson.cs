using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Withdrawals;

/// <summary>The bodies of withdrawals. A member given twice is refused.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(WithdrawalRequest))]
[JsonSerializable(typeof(WithdrawalDecisionRequest))]
[JsonSerializable(typeof(WithdrawalBody))]
[JsonSerializable(typeof(WithdrawalsBody))]
internal sealed partial class WithdrawalJson : JsonSerializerContext;
