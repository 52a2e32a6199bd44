using System.Globalization;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Refusals as the keys table holds them: <c>code currency required available</c>.</summary>
internal static class RefusalText
{
    private const string None = "-";

    public static string Format(Refusal refusal) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int)refusal.Code} {(refusal.Required ?? refusal.Available)?.Currency.Code ?? None} "
        + $"{refusal.Required?.Minor.ToString(CultureInfo.InvariantCulture) ?? None} "
        + $"{refusal.Available?.Minor.ToString(CultureInfo.InvariantCulture) ?? None}");

    /// <exception cref="FormatException">Not a refusal's text.</exception>
    public static Refusal Parse(string text, CurrencyRegistry currencies)
    {
        var parts = text.Split(' ');
        if (parts.Length != 4
            || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var code)
            || !Enum.IsDefined((RefusalCode)code))
        {
            throw new FormatException($"'{text}' is not a refusal");
        }

        return new Refusal(
            (RefusalCode)code,
            Sum(parts[2], parts[1], currencies),
            Sum(parts[3], parts[1], currencies));
    }

    private static Amount? Sum(string minor, string currency, CurrencyRegistry currencies) =>
        minor == None
            ? null
            : new Amount(
                Int128.Parse(minor, CultureInfo.InvariantCulture), currencies[currency]);
}
