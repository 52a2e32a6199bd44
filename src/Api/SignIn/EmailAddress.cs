using System.Security.Cryptography;
using System.Text;

namespace OrleansWallet.Api.SignIn;

/// <summary>An e-mail address as it was typed. Personal data: never printed.</summary>
public readonly record struct EmailAddress
{
    public const int LengthMax = 254;

    private readonly string? _value;

    private EmailAddress(string value) => _value = value;

    /// <exception cref="InvalidOperationException">This is a default value.</exception>
    public string Value =>
        _value ?? throw new InvalidOperationException("a default EmailAddress has no value");

    /// <summary>What is unique: addresses that differ in case only are one.</summary>
    public string Normalized => Value.ToLowerInvariant();

    /// <summary>SHA-256 of the normalized address.</summary>
    public byte[] Digest() => SHA256.HashData(Encoding.UTF8.GetBytes(Normalized));

    /// <summary>Printable ASCII with something on both sides of one <c>@</c>.</summary>
    public static bool TryParse(string? text, out EmailAddress email)
    {
        var trimmed = text?.Trim() ?? "";
        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        var valid = trimmed.Length <= LengthMax
            && at > 0 && at < trimmed.Length - 1 && at == trimmed.LastIndexOf('@')
            && !trimmed.AsSpan().ContainsAnyExceptInRange('!', '~');
        email = valid ? new EmailAddress(trimmed) : default;
        return valid;
    }

    public override string ToString() => "(an e-mail address)";
}
