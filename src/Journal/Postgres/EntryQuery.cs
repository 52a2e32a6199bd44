using System.Globalization;
using System.Numerics;
using System.Text;
using Npgsql;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The SQL of one page of a wallet's history.</summary>
internal static class EntryQuery
{
    public static (string Sql, List<NpgsqlParameter> Parameters) Build(
        long walletNo, EntryFilter filter)
    {
        var parameters = new List<NpgsqlParameter> { Sql.Value(walletNo) };
        var sql = new StringBuilder("select ").Append(EntryColumns.List)
            .Append(" from entries e where e.wallet_no = $1");
        void And<T>(string condition, T value)
        {
            parameters.Add(Sql.Value(value));
            sql.Append(" and ").Append(condition).Append('$')
                .Append(parameters.Count.ToString(CultureInfo.InvariantCulture));
        }

        if (filter.AfterSeq is { } after)
        {
            And("e.seq > ", after);
        }
        else if (filter.BeforeSeq is { } before)
        {
            And("e.seq < ", before);
        }

        if (filter.Currency is { } currency)
        {
            And("e.currency = ", currency);
        }

        if (filter.Account is { } account)
        {
            And("e.account = ", (short)account);
        }

        if (filter.Type is { } type)
        {
            And("e.type = ", type.Value);
        }

        if (filter.Reference is { } reference)
        {
            And("e.reference = ", reference.Value);
        }

        if (filter.From is { } from)
        {
            And("e.at >= ", from.ToUniversalTime());
        }

        if (filter.To is { } to)
        {
            And("e.at < ", to.ToUniversalTime());
        }

        if (filter.AmountMin is { } min)
        {
            And("e.amount >= ", (BigInteger)min);
        }

        if (filter.AmountMax is { } max)
        {
            And("e.amount <= ", (BigInteger)max);
        }

        if (filter.Kinds is { } kinds)
        {
            parameters.Add(Sql.Value(kinds.Select(k => (short)k).ToArray()));
            sql.Append(CultureInfo.InvariantCulture, $" and e.kind = any(${parameters.Count})");
        }

        parameters.Add(Sql.Value(filter.Limit));
        sql.Append(" order by e.seq").Append(filter.AfterSeq is null ? " desc" : "")
            .Append(CultureInfo.InvariantCulture, $" limit ${parameters.Count}");
        return (sql.ToString(), parameters);
    }
}
