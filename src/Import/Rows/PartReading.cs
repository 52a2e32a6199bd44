using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Import.Rows;

/// <summary>One balance of an old row: of one currency and account.</summary>
internal sealed record PartReading
{
    /// <summary>Where in the row it stands, e.g. <c>balances.BTC</c>; null for the row itself.</summary>
    public string? Path { get; init; }

    /// <summary>The currency as the row names it, in upper case; null when it names none.</summary>
    public string? CurrencyText { get; init; }

    /// <summary>Null when it is unknown; then there is a <see cref="Problem"/>.</summary>
    public Currency? Currency { get; init; }

    public required AccountKind Account { get; init; }

    /// <summary>Null when the amounts are not known.</summary>
    public AmountReading? Amounts { get; init; }

    /// <summary>The first thing that keeps it from being imported.</summary>
    public RowProblem? Problem { get; init; }

    /// <summary>Available and locked together; null when they are not known.</summary>
    public ExactDecimal? Amount =>
        Amounts is { Problem: null } known ? known.Available + known.Locked : null;
}
