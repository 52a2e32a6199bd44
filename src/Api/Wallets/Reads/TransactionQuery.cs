using OrleansWallet.Api.Json;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>
/// The filters of a list of transactions as they were asked for, with the place in the list. A
/// cursor is all of it, so that the next page is of the same list whatever comes with the cursor.
/// </summary>
internal sealed record TransactionQuery
{
    public required string User { get; init; }

    public string? Currency { get; init; }

    public string? Account { get; init; }

    public string? Type { get; init; }

    public string? Direction { get; init; }

    public string? Reference { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? MinAmount { get; init; }

    public string? MaxAmount { get; init; }

    /// <summary>Newest first, below this version.</summary>
    public long? Before { get; init; }

    /// <summary>Oldest first, above this version.</summary>
    public long? After { get; init; }

    /// <summary>True when no filter here says another thing than <paramref name="cursor"/>.</summary>
    public bool Agrees(TransactionQuery cursor) =>
        User == cursor.User
        && Agrees(Currency, cursor.Currency) && Agrees(Account, cursor.Account)
        && Agrees(Type, cursor.Type) && Agrees(Direction, cursor.Direction)
        && Agrees(Reference, cursor.Reference) && Agrees(From, cursor.From)
        && Agrees(To, cursor.To) && Agrees(MinAmount, cursor.MinAmount)
        && Agrees(MaxAmount, cursor.MaxAmount)
        && (After is null || cursor.After is not null);

    /// <summary>The journal's filter; use it only when there is no error.</summary>
    public EntryFilter ToFilter(InputReader input, int limit)
    {
        var currency = Currency is null ? null : input.Currency(Currency);
        if (Currency is null && (MinAmount ?? MaxAmount) is not null)
        {
            input.Errors.Add("currency", "is required with min_amount or max_amount");
        }

        return new EntryFilter
        {
            BeforeSeq = Before,
            AfterSeq = After,
            Limit = limit,
            Currency = Currency,
            Account = Account is null ? null : input.Account(Account),
            Type = Type is null ? null : input.Type("type", Type),
            Reference = Reference is null ? null : input.AnyReference(Reference),
            Kinds = Kinds(input.Errors),
            From = input.TimeOrNone("from", From),
            To = input.TimeOrNone("to", To),
            AmountMin = Bound(input, "min_amount", MinAmount, currency),
            AmountMax = Bound(input, "max_amount", MaxAmount, currency),
        };
    }

    private static bool Agrees(string? asked, string? cursor) => asked is null || asked == cursor;

    private static Int128? Bound(
        InputReader input, string field, string? text, Currency? currency)
    {
        if (text is null || currency is null)
        {
            return null;
        }

        if (Amount.TryParse(text, currency, out var amount) != AmountError.None)
        {
            input.Errors.Add(
                field, $"is not an amount of {currency.Code}", Problems.ProblemCodes.InvalidAmount);
        }

        return amount.Minor;
    }

    private IReadOnlyList<EntryKind> Kinds(FieldErrors errors)
    {
        if (Direction is null)
        {
            return Directions.Moving;
        }

        if (Directions.KindsOf(Direction) is { } kinds)
        {
            return kinds;
        }

        errors.Add("direction", "must be credit, debit, lock, unlock or release");
        return [];
    }
}
