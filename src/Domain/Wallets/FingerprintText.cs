using System.Globalization;
using System.Text;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>The parts of a command's input with <c>|</c> between them, in UTF-8.</summary>
internal ref struct FingerprintText(Span<byte> buffer)
{
    // Of the longest number: an Int128 with its sign.
    private const int NumberSizeMax = 40;

    private Span<byte> _buffer = buffer;
    private int _length;
    private bool _hasParts;

    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    public void Add(string? part)
    {
        Divide();
        Append(part);
    }

    public void Add(AccountKind account)
    {
        Divide();
        Append(account switch
        {
            AccountKind.Spot => nameof(AccountKind.Spot),
            AccountKind.Savings => nameof(AccountKind.Savings),
            _ => account.ToString(),
        });
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
        Append(value.Minor);
    }

    public void Add(EntryLink link)
    {
        Divide();
        Append(link.WalletNo);
        Append(".");
        Append(link.Seq);
    }

    public void Add(long number)
    {
        Divide();
        Append(number);
    }

    private void Divide()
    {
        if (_hasParts)
        {
            Append("|");
        }

        _hasParts = true;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        int written;
        while (!Encoding.UTF8.TryGetBytes(text, _buffer[_length..], out written))
        {
            Grow();
        }

        _length += written;
    }

    private void Append(Int128 number)
    {
        // 64 bits are far faster to write than 128.
        if (number >= long.MinValue && number <= long.MaxValue)
        {
            Append((long)number);
            return;
        }

        while (_buffer.Length - _length < NumberSizeMax)
        {
            Grow();
        }

        number.TryFormat(_buffer[_length..], out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    private void Append(long number)
    {
        while (_buffer.Length - _length < NumberSizeMax)
        {
            Grow();
        }

        number.TryFormat(_buffer[_length..], out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    // Hardly ever: a transfer of many postings.
    private void Grow()
    {
        var larger = new byte[2 * _buffer.Length];
        Written.CopyTo(larger);
        _buffer = larger;
    }
}
