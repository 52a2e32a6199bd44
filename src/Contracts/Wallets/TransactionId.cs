using System.Globalization;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Contracts.Wallets;

/// <summary>A transaction: the wallet's number in the journal and its first entry.</summary>
/// <remarks>Opaque to callers; as text <c>t12-345</c>.</remarks>
public readonly record struct TransactionId(long WalletNo, long Seq)
{
    public static bool TryParse(string? text, out TransactionId id)
    {
        id = default;
        if (!IdText.IsValid(text) || text![0] != 't')
        {
            return false;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !TryNumber(text.AsSpan(1, dash - 1), out var no)
            || !TryNumber(text.AsSpan(dash + 1), out var seq))
        {
            return false;
        }

        id = new TransactionId(no, seq);
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"t{WalletNo}-{Seq}");

    private static bool TryNumber(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number > 0;
}
