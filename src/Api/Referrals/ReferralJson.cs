using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Referrals;

/// <summary>The bodies of referrals. A member given twice is refused.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ReferralRequest))]
[JsonSerializable(typeof(ReferralBody))]
[JsonSerializable(typeof(ReferralsBody))]
internal sealed partial class ReferralJson : JsonSerializerContext;
