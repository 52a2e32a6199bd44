using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>What a user has withdrawn of one currency within the last 30 days.</summary>
public sealed record AllowanceState : ProcessState
{
    public required Currency Currency { get; init; }

    /// <summary>By withdrawal.</summary>
    public ImmutableSortedDictionary<string, AllowanceUse> Uses { get; init; } =
        ImmutableSortedDictionary<string, AllowanceUse>.Empty;

    [JsonIgnore]
    public override string StatusName => "open";

    [JsonIgnore]
    public override IReadOnlyList<WalletId> Parties => [];

    /// <summary>One a user and currency.</summary>
    public static ProcessId IdOf(WalletId user, Currency currency)
    {
        var text = $"{user.Value}:{currency.Code}";
        return new ProcessId(
            ProcessKind.Allowance,
            text.Length <= IdText.LengthMax
                ? text
                : Digest.Of(text).ToString("x32", CultureInfo.InvariantCulture));
    }

    /// <summary>What was withdrawn after a time.</summary>
    public Amount UsedSince(DateTimeOffset since) => Uses.Values.Where(u => u.At > since)
        .Aggregate(Amount.Zero(Currency), static (sum, use) => sum + use.Amount);
}
