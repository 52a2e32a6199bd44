using System.Globalization;
using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Learns what became of a commit whose connection broke.</summary>
/// <remarks>
/// The lost backend may still commit later, so reading rows is not enough: first the
/// transaction must be over by its own status. Then the rows decide, not the status: after a
/// crash of the server an id whose log never reached the disk can be given out again. The proof
/// is a key row whose <c>xmin</c> is this transaction.
/// </remarks>
internal static class DoubtSettler
{
    private const string StatusSql = "select pg_xact_status($1::text::xid8)";

    private const string ProofSql =
        "select exists (select 1 from keys where key = $1 and xmin::text = $2)";

    /// <returns>True when it committed, false when it never will, null when it is not over.</returns>
    public static async Task<bool?> Ask(
        NpgsqlConnection connection, ulong transactionId, UInt128 proofKey,
        CancellationToken cancellationToken)
    {
        if (await IsInProgress(connection, transactionId, cancellationToken))
        {
            return null;
        }

        await using var proof = new NpgsqlCommand(ProofSql, connection);
        proof.Parameters.Add(Sql.Value(Uuid.Of(proofKey)));
        proof.Parameters.Add(Sql.Value(
            ((uint)transactionId).ToString(CultureInfo.InvariantCulture)));
        return (bool)(await proof.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<bool> IsInProgress(
        NpgsqlConnection connection, ulong transactionId, CancellationToken cancellationToken)
    {
        await using var status = new NpgsqlCommand(StatusSql, connection);
        status.Parameters.Add(Sql.Value(transactionId.ToString(CultureInfo.InvariantCulture)));
        try
        {
            return await status.ExecuteScalarAsync(cancellationToken) is "in progress";
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidParameterValue)
        {
            // "In the future": the server crashed before the id's log reached the disk.
            return false;
        }
    }
}
