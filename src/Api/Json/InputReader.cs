using System.Text.Json;
using OrleansWallet.Api.Problems;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Json;

/// <summary>
/// Turns the fields of a request into the domain's values and collects every error. What a
/// method returns for a bad field is a default value: use it only when there is no error.
/// </summary>
public readonly struct InputReader(CurrencyRegistry currencies, FieldErrors errors)
{
    private const string IsRequired = "is required";
    private const string IsNoId = "must be 1 to 128 characters of A-Z a-z 0-9 . _ : @ -";

    public FieldErrors Errors => errors;

    public WalletId Wallet(string field, string? text)
    {
        if (!WalletId.TryParse(text, out var id))
        {
            errors.Add(field, text is null ? IsRequired : "is not a wallet's id");
        }

        return id;
    }

    public Currency? Currency(string? code, string field = "currency")
    {
        if (string.IsNullOrEmpty(code))
        {
            errors.Add(field, IsRequired);
            return null;
        }

        if (!currencies.TryGet(code, out var currency))
        {
            errors.Add(field, "is not a known currency", ProblemCodes.UnknownCurrency);
        }

        return currency;
    }

    /// <summary>An amount above zero.</summary>
    public Amount Amount(WireAmount wire, Currency? currency, string field = "amount")
    {
        if (wire.Text is not { } text)
        {
            errors.Add(field, IsRequired);
            return default;
        }

        // Of an unknown currency no more can be said than whether it is a number at all.
        var known = currency ?? CurrencyRegistry.Default["ETH"];
        var error = Domain.Money.Amount.TryParse(text, known, out var amount);
        if (currency is null && error != AmountError.NotANumber)
        {
            return default;
        }

        var message = error switch
        {
            AmountError.NotANumber => "is not a decimal number",
            AmountError.TooManyDigits => $"has more than {known.Scale} decimal digits",
            AmountError.TooLarge => "is too large",
            _ when !amount.IsPositive => "must be above zero",
            _ => null,
        };
        if (message is not null)
        {
            errors.Add(field, message, ProblemCodes.InvalidAmount);
        }

        return amount;
    }

    /// <summary>An amount above zero, or null when it is missing.</summary>
    public Amount? AmountOrNone(WireAmount wire, Currency? currency, string field = "amount") =>
        wire.IsMissing ? null : Amount(wire, currency, field);

    public TransactionType Type(string field, string? text)
    {
        if (!TransactionType.TryParse(text, out var type))
        {
            errors.Add(field, text is null ? IsRequired : "must be 1 to 64 characters of a-z 0-9 _");
        }

        return type;
    }

    public ReferenceId Reference(string? text, string field = "reference_id")
    {
        if (!ReferenceId.TryParse(text, out var reference))
        {
            errors.Add(field, text switch
            {
                null => IsRequired,
                _ when IdText.IsValid(text) => "is one of the grid's own references",
                _ => IsNoId,
            });
        }

        return reference;
    }

    /// <summary>Any reference, also the grid's own; for look-ups.</summary>
    public ReferenceId? AnyReference(string text, string field = "reference_id")
    {
        if (IdText.IsValid(text))
        {
            return new ReferenceId(text);
        }

        errors.Add(field, IsNoId);
        return null;
    }

    /// <summary>Spot when it is missing.</summary>
    public AccountKind Account(string? text)
    {
        if (text is null or AccountNames.Spot)
        {
            return AccountKind.Spot;
        }

        if (text != AccountNames.Savings)
        {
            errors.Add("account", "must be spot or savings");
        }

        return AccountKind.Savings;
    }

    /// <summary><c>world:other</c> when it is missing.</summary>
    public Counterparty World(string? text)
    {
        if (text is null)
        {
            return Counterparty.WorldUnknown;
        }

        if (!Counterparty.TryParseWorld(text, out var counterparty))
        {
            errors.Add("counterparty", "must be an id that begins world:");
        }

        return counterparty;
    }

    public string? Note(string? text, string field = "note")
    {
        if (text is not null
            && (text.Length > CommandContext.NoteLengthMax || !CanonicalJson.IsStorable(text)))
        {
            errors.Add(
                field, $"must be at most {CommandContext.NoteLengthMax} characters without NUL");
        }

        return text;
    }

    /// <summary>A canonical JSON object, or null when it is missing.</summary>
    public string? JsonObject(JsonElement? element, string field = "metadata")
    {
        if (element is not { ValueKind: not JsonValueKind.Null } value)
        {
            return null;
        }

        if (!CanonicalJson.TryCanonize(value, out var canonical))
        {
            errors.Add(
                field,
                $"must be a JSON object of at most {CommandContext.MetadataBytesMax} bytes");
        }

        return canonical;
    }

    public DateTimeOffset? TimeOrNone(string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!WireTime.TryParse(text, out var time))
        {
            errors.Add(field, "is not an RFC 3339 time");
        }

        return time;
    }
}
