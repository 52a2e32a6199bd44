using System.Numerics;
using Npgsql;
using NpgsqlTypes;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Batch commands with positional, typed parameters.</summary>
internal static class Sql
{
    private static readonly Int128 _decimalMax = (Int128)decimal.MaxValue;

    public static NpgsqlBatchCommand Command(string text, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static NpgsqlParameter Value<T>(T value) =>
        new NpgsqlParameter<T> { TypedValue = value };

    public static NpgsqlParameter Text(string? value) => Nullable(value, NpgsqlDbType.Text);

    /// <summary>A value of a column that may be null.</summary>
    public static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new()
    {
        Value = value ?? DBNull.Value,
        NpgsqlDbType = type,
    };

    /// <summary>A numeric: as a decimal where it fits.</summary>
    public static NpgsqlParameter Numeric(Int128? value) => Nullable(
        value is not { } known ? null : Fits(known) ? (object)(decimal)known : (BigInteger)known,
        NpgsqlDbType.Numeric);

    /// <summary>A numeric[]: as decimals where all fit (28 digits), which is much cheaper.</summary>
    public static NpgsqlParameter Numeric(List<Int128?> values)
    {
        if (values.TrueForAll(v => v is not { } known || Fits(known)))
        {
            return Value(values.ConvertAll(v => v is { } fits ? (decimal)fits : (decimal?)null));
        }

        return Value(values.ConvertAll(v => v is { } wide ? (BigInteger)wide : (BigInteger?)null));
    }

    private static bool Fits(Int128 value) => value <= _decimalMax && value >= -_decimalMax;
}
