using System.Globalization;
using System.Runtime.CompilerServices;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>The parts of a command's input with <c>|</c> between them. Clear it after use.</summary>
internal ref struct FingerprintText(Span<char> buffer)
{
    // A bare handler writes into the buffer and grows beyond it, without a string.
    private DefaultInterpolatedStringHandler _text =
        new(0, 0, CultureInfo.InvariantCulture, buffer);

    private bool _hasParts;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<char> Written => _text.Text;

    public void Add(string? part)
    {
        Divide();
        _text.AppendFormatted(part);
    }

    public void Add(AccountKind account)
    {
        Divide();
        _text.AppendFormatted(account);
    }

    /// <summary>Null stands for all that is there.</summary>
    public void Add(Amount? amount)
    {
        if (amount is not { } value)
        {
            Add("all");
            return;
        }

        Add(value.Currency.Code);
        Divide();
        _text.AppendFormatted(value.Minor);
    }

    public void Add(EntryLink link)
    {
        Divide();
        _text.AppendFormatted(link.WalletNo);
        _text.AppendLiteral(".");
        _text.AppendFormatted(link.Seq);
    }

    public void Add(long number)
    {
        Divide();
        _text.AppendFormatted(number);
    }

    public void Clear() => _text.Clear();

    private void Divide()
    {
        if (_hasParts)
        {
            _text.AppendLiteral("|");
        }

        _hasParts = true;
    }
}
