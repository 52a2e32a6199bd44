using System.Numerics;
using Npgsql;

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

    public static NpgsqlParameter Text(string? value) => new()
    {
        Value = (object?)value ?? DBNull.Value,
        NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text,
    };

    /// <summary>A numeric[]: as decimals where all fit (28 digits), which is much cheaper.</summary>
    public static NpgsqlParameter Numeric(List<Int128?> values)
    {
        if (values.TrueForAll(v => v is null || (v <= _decimalMax && v >= -_decimalMax)))
        {
            return Value(values.ConvertAll(v => v is { } fits ? (decimal)fits : (decimal?)null));
        }

        return Value(values.ConvertAll(v => v is { } wide ? (BigInteger)wide : (BigInteger?)null));
    }
}
