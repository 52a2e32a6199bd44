using System.Globalization;
using Npgsql;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Asks what became of a transaction whose connection broke.</summary>
/// <remarks>
/// Once it is over, the rows decide and not its status: after a crash of the server an id whose
/// log never reached the disk can be given out again. The proof is a key row whose <c>xmin</c>
/// is this transaction.
/// </remarks>
internal static class DoubtReader
{
    private const string StatusSql = "select pg_xact_status($1::text::xid8)";

    private const string ProofSql =
        "select exists (select 1 from keys where key = $1 and xmin::text = $2)";

    public static bool IsOver(NpgsqlConnection connection, CommitTry.Doubtful doubt)
    {
        using var status = new NpgsqlCommand(StatusSql, connection);
        status.Parameters.Add(Sql.Value(
            doubt.TransactionId.ToString(CultureInfo.InvariantCulture)));
        try
        {
            return status.ExecuteScalar() is not "in progress";
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidParameterValue)
        {
            // "In the future": the server crashed before the id's log reached the disk.
            return true;
        }
    }

    public static bool IsCommitted(NpgsqlConnection connection, CommitTry.Doubtful doubt)
    {
        using var proof = new NpgsqlCommand(ProofSql, connection);
        proof.Parameters.Add(Sql.Value(Uuid.Of(doubt.ProofKey)));
        proof.Parameters.Add(Sql.Value(
            ((uint)doubt.TransactionId).ToString(CultureInfo.InvariantCulture)));
        return (bool)proof.ExecuteScalar()!;
    }
}
