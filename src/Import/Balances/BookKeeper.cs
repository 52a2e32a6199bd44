using OrleansWallet.Domain.Money;
using OrleansWallet.Import.Reports;
using OrleansWallet.Import.Rows;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Balances;

/// <summary>Takes one collection's rows into the book, or rejects them: each to the last unit.</summary>
internal sealed class BookKeeper(
    SourceFile file, ImportOptions options, CurrencyRegistry currencies, BalanceBook book,
    RowLogs logs)
{
    private const int CurrencyLengthMax = 32;
    private const string NoCurrency = "(none)";
    private const string LongCurrency = "(other)";

    private readonly SeenRows _seen = new();

    public CollectionCounts Counts { get; } = new(file);

    public void Add(RawRow raw)
    {
        Counts.Rows++;
        using var document = RowText.Parse(raw.Json, out var problem);
        if (document is null)
        {
            Counts.Unreadable++;
            Reject(raw, null, null, problem!);
            return;
        }

        RowReading row;
        try
        {
            var reader = new RowReader(
                file.Collection, currencies, options.BalanceMeaning, Counts.Ignored);
            row = reader.Read(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            // Texts are decoded only when they are read.
            Counts.Unreadable++;
            Reject(raw, null, null, new RowProblem(
                RowReason.MalformedJson, "a text of the row is no UTF-8"));
            return;
        }

        if (row.Parts.Count == 0)
        {
            Counts.Empty++;
        }

        var rowProblem = FindDuplicate(row, raw) ?? row.UserProblem;
        foreach (var part in row.Parts)
        {
            Add(raw, row, part, rowProblem ?? part.Problem);
        }
    }

    private RowProblem? FindDuplicate(RowReading row, RawRow raw)
    {
        if (row.Id is null || _seen.Add(row.Id, raw.Json.Span) is not { } isSame)
        {
            return null;
        }

        var id = ExtendedJson.Quote(row.Id);
        return isSame
            ? new RowProblem(RowReason.DuplicateRow, $"the row with _id {id} stands there twice")
            : new RowProblem(
                RowReason.DuplicateIdOtherContent,
                $"another row with _id {id} holds something else; the first one counts");
    }

    private void Add(RawRow raw, RowReading row, PartReading part, RowProblem? problem)
    {
        var total = TotalOf(part);
        if (part.Amount is { } amount)
        {
            total.Before += amount;
        }

        problem ??= Take(raw, row, part, total);
        if (problem is not null)
        {
            total.Rejected += part.Amount ?? default;
            Reject(raw, row, part, problem);
        }
    }

    private RowProblem? Take(RawRow raw, RowReading row, PartReading part, BalanceTotal total)
    {
        var (amounts, currency) = (part.Amounts!, part.Currency!);
        var available = RoundedAmount.Of(amounts.Available, currency);
        var locked = RoundedAmount.Of(amounts.Locked, currency);
        var problem = CheckAmount("available", amounts.Available, available)
            ?? CheckAmount("locked", amounts.Locked, locked);
        if (problem is not null)
        {
            return problem;
        }

        var key = new BalanceKey(file.Collection, row.User!, part.Account, currency);
        var earlier = book.Find(key);
        var isOtherRow = earlier is { } sum && sum.LastRow != Counts.Rows;
        if (isOtherRow && (row.Id is null || earlier!.Value.HasRowWithoutId))
        {
            return new RowProblem(
                RowReason.DuplicateWithoutId,
                "another row has this user and currency, and without _id it may be the same one");
        }

        if (!book.TryAdd(
            key, (Int128)available.Minor, (Int128)locked.Minor, Counts.Rows, row.Id is not null))
        {
            return new RowProblem(RowReason.AmountTooLarge, "the sum of the rows is too large");
        }

        total.Planned += available.Minor + locked.Minor;
        total.PlannedLocked += locked.Minor;
        total.Residue += available.Residue + locked.Residue;
        Count(amounts, available.Minor + locked.Minor == 0);
        Note(raw, row, part, "available", amounts.Available, available);
        Note(raw, row, part, "locked", amounts.Locked, locked);
        if (earlier is not null)
        {
            Counts.Summed++;
            logs.Summed.Add(new SummedRow(
                Place(raw, part), row.User!, currency.Code, part.Amount!.Value.ToString()));
        }

        return null;
    }

    private static RowProblem? CheckAmount(
        string what, ExactDecimal value, RoundedAmount rounded)
    {
        // The noise around zero may be negative, too.
        if (rounded.Minor.Sign < 0
            || (value.IsNegative && rounded.Cause == RoundingCause.Dust))
        {
            return new RowProblem(RowReason.NegativeAmount, $"{what} is {value}");
        }

        return rounded.Minor > Amount.MinorMax
            ? new RowProblem(
                RowReason.AmountTooLarge, $"{what} is {ExtendedJson.Quote(value.ToString())}")
            : null;
    }

    private void Count(AmountReading amounts, bool isZero)
    {
        Counts.Accepted++;
        Counts.Zero += isZero ? 1 : 0;
        Counts.Assumed += amounts.IsAssumed ? 1 : 0;
    }

    private void Note(
        RawRow raw, RowReading row, PartReading part, string what, ExactDecimal value,
        RoundedAmount rounded)
    {
        if (rounded.Cause is { } cause)
        {
            Counts.Rounded++;
            logs.Rounded.Add(new RoundedRow(
                Place(raw, part), row.User!, part.Currency!.Code, what, value.ToString(),
                Amount.Format((Int128)rounded.Minor, part.Currency),
                rounded.Residue.ToString(), cause));
        }
    }

    private void Reject(RawRow raw, RowReading? row, PartReading? part, RowProblem problem)
    {
        Counts.Rejected++;
        Counts.AmountUnknown += part?.Amount is null ? 1 : 0;
        logs.Reject(new RejectedRow(
            Place(raw, part), row?.User, part?.CurrencyText, part?.Amount?.ToString(),
            problem.Reason, problem.Detail));
    }

    private RowPlace Place(RawRow raw, PartReading? part) => new(
        file.Collection.Name(), file.Name, raw.Line, raw.Index, part?.Path);

    private BalanceTotal TotalOf(PartReading part) => book.Total(new TotalKey(
        file.Collection, part.Account, part.CurrencyText switch
        {
            null => NoCurrency,
            { Length: > CurrencyLengthMax } => LongCurrency,
            var text => text,
        }));
}
