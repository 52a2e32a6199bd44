using System.Text.Json;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Import.Rows;

/// <summary>The amounts of one balance, as its fields say them.</summary>
internal sealed class AmountFields
{
    private readonly FieldGroup _available = new();
    private readonly FieldGroup _balance = new();
    private readonly FieldGroup _total = new();
    private readonly FieldGroup _locked = new();
    private readonly FieldGroup _savings = new();

    /// <summary>True when any of them holds something, or can't be read.</summary>
    public bool HasMoney => Groups.Any(g => g.Problem is not null || g.Value is { IsZero: false });

    /// <summary>The savings account's part of a row of another collection.</summary>
    public ExactDecimal? Savings => _savings.Value;

    public RowProblem? SavingsProblem => _savings.Problem;

    private FieldGroup[] Groups => [_available, _balance, _total, _locked, _savings];

    public void Add(FieldRole role, string name, JsonElement element)
    {
        FieldGroup? group = role switch
        {
            FieldRole.Available => _available,
            FieldRole.Balance => _balance,
            FieldRole.Total => _total,
            FieldRole.Locked => _locked,
            FieldRole.Savings => _savings,
            _ => null,
        };
        group?.Add(name, element);
    }

    /// <summary>What is available and what is locked, where the fields agree on it.</summary>
    /// <param name="meaning">Of a lone balance beside a locked amount.</param>
    /// <param name="currency">For how far sums may miss each other; null when unknown.</param>
    public AmountReading Read(BalanceMeaning meaning, Currency? currency)
    {
        foreach (var group in (FieldGroup[])[_available, _balance, _total, _locked])
        {
            if (group.Problem is { } problem)
            {
                return new AmountReading(problem);
            }
        }

        // Sums of floats miss by their noise; a whole minor unit is no noise.
        var near = new ExactDecimal(1, currency?.Scale ?? 0);
        return (_available.Value, _total.Value ?? _balance.Value) switch
        {
            ({ } available, null) => new AmountReading(available, _locked.Value ?? default),
            ({ } available, { } whole) => WithWhole(available, whole, near),
            (null, _) when _total.Value is { } total => WithTotal(total, near),
            (null, { } balance) => meaning == BalanceMeaning.Total
                ? FromWhole(balance, near)
                : new AmountReading(balance, _locked.Value ?? default)
                {
                    IsAssumed = _locked.Value is { IsZero: false },
                },
            _ when _locked.Value is { } locked => new AmountReading(default, locked),
            _ when _savings.Value is not null || _savings.Problem is not null =>
                new AmountReading(default, default),
            _ => new AmountReading(
                new RowProblem(RowReason.AmountMissing, "no field holds an amount")),
        };
    }

    // Available is told; what is told besides must fit, or tells what is locked.
    private AmountReading WithWhole(ExactDecimal available, ExactDecimal whole, ExactDecimal near)
    {
        var locked = _locked.Value ?? whole - available;
        var total = available + locked;
        var fits = Fits(_total.Value, near, total) && Fits(_balance.Value, near, total, available);
        return fits && !IsBelowZero(locked, near)
            ? new AmountReading(available, locked)
            : Inconsistent();
    }

    private AmountReading WithTotal(ExactDecimal total, ExactDecimal near)
    {
        var reading = FromWhole(total, near);
        return reading.Problem is null && !Fits(_balance.Value, near, total, reading.Available)
            ? Inconsistent()
            : reading;
    }

    private AmountReading FromWhole(ExactDecimal whole, ExactDecimal near)
    {
        var locked = _locked.Value ?? default;
        var available = whole - locked;
        return _locked.Value is not null && !whole.IsNegative && IsBelowZero(available, near)
            ? Inconsistent()
            : new AmountReading(available, locked);
    }

    private static bool IsBelowZero(ExactDecimal value, ExactDecimal near) =>
        value.IsNegative && ExactDecimal.Abs(value) >= near;

    private static bool Fits(
        ExactDecimal? told, ExactDecimal near, params ReadOnlySpan<ExactDecimal> values)
    {
        foreach (var value in values)
        {
            if (told is not { } number || ExactDecimal.Abs(number - value) < near)
            {
                return true;
            }
        }

        return false;
    }

    private AmountReading Inconsistent() => new(new RowProblem(
        RowReason.InconsistentAmounts,
        $"available {_available.Value}, balance {_balance.Value}, total {_total.Value} and "
        + $"locked {_locked.Value} don't fit together"));
}
