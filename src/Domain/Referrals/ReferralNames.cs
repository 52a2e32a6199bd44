using System.Buffers;
using System.Globalization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Referrals;

/// <summary>The names that are claimed: users' codes, and pairs of users.</summary>
public static class ReferralNames
{
    public const int CodeLength = 8;

    // Without 0, 1, I and O, which people mix up.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static readonly SearchValues<char> _allowed = SearchValues.Create(Alphabet);

    /// <summary>
    /// The code that a user claims: the first one, or another when somebody else has that.
    /// It follows from the id, so that nobody has to remember it.
    /// </summary>
    public static string CodeOf(WalletId user, int attempt)
    {
        var digest = Digest.Of(FormattableString.Invariant($"referral/{attempt}/{user.Value}"));
        return string.Create(CodeLength, digest, static (code, bits) =>
        {
            for (var i = 0; i < code.Length; i++)
            {
                code[i] = Alphabet[(int)(bits & 31)];
                bits >>= 5;
            }
        });
    }

    public static bool IsCode(string? text) =>
        text is { Length: CodeLength } && !text.AsSpan().ContainsAnyExcept(_allowed);

    /// <summary>The claim to a code.</summary>
    public static ProcessId Claim(string code) => new(ProcessKind.ReferralCode, code);

    /// <summary>
    /// The claim to who of two users was referred by the other one: the same for both, so that
    /// only one of them can be.
    /// </summary>
    public static ProcessId PairClaim(WalletId one, WalletId other)
    {
        var (first, second) = string.CompareOrdinal(one.Value, other.Value) < 0
            ? (one, other)
            : (other, one);
        // No id holds a blank, and no code a point.
        var digest = Digest.Of($"{first.Value} {second.Value}");
        return new ProcessId(
            ProcessKind.ReferralCode,
            "pair." + digest.ToString("x32", CultureInfo.InvariantCulture));
    }

    /// <summary>By whom a user was referred.</summary>
    public static ProcessId Referral(WalletId user) => new(ProcessKind.Referral, user.Value);
}
