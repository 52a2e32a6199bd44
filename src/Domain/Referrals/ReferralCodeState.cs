using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Referrals;

/// <summary>A name that belongs to who claimed it first; see <see cref="ReferralNames"/>.</summary>
public sealed record ReferralCodeState : ProcessState
{
    internal const string Claimed = "claimed";

    public required WalletId Owner { get; init; }

    [JsonIgnore]
    public override string StatusName => Claimed;

    [JsonIgnore]
    public override IReadOnlyList<WalletId> Parties => [Owner];
}
