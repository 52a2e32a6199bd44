using OrleansWallet.Api.Json;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Processes;

/// <summary>Further fields of the requests to processes.</summary>
internal static class TextInput
{
    // Only its scale matters.
    private static readonly Currency _price = new("PRICE", 18, CurrencyKind.Fiat);

    /// <summary>A text for people.</summary>
    public static string? Text(
        this InputReader input, string field, string? text, int lengthMax, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required || text is not null)
            {
                input.Errors.Add(field, required && text is null ? "is required" : "is empty");
            }
        }
        else if (text.Length > lengthMax || !CanonicalJson.IsStorable(text))
        {
            input.Errors.Add(field, $"must be at most {lengthMax} characters without NUL");
        }

        return text;
    }

    /// <summary>The id of a process of this kind.</summary>
    public static ProcessId Process(
        this InputReader input, string field, string? text, ProcessKind kind)
    {
        if (IdText.IsValid(text))
        {
            return new ProcessId(kind, text!);
        }

        input.Errors.Add(field, text is null ? "is required" : "is not an id");
        return new ProcessId(kind, "none");
    }

    /// <summary>A positive decimal, as it will be shown: exact.</summary>
    public static string Price(this InputReader input, WireAmount wire, string field = "price")
    {
        if (wire.Text is not { } text)
        {
            input.Errors.Add(field, "is required");
            return "";
        }

        if (Amount.TryParse(text, _price, out var price) != AmountError.None || !price.IsPositive)
        {
            input.Errors.Add(field, "must be a decimal number above zero");
            return "";
        }

        return Plain(price.ToString());
    }

    public static string Fiat(this InputReader input, string? code, string field = "fiat")
    {
        if (!Currency.IsCode(code))
        {
            input.Errors.Add(field, code is null ? "is required" : "is not a currency code");
        }

        return code ?? "";
    }

    private static string Plain(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
}
