using Npgsql;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Deposits;

/// <summary>The provider's messages in PostgreSQL.</summary>
public sealed class PostgresIpnLog(NpgsqlDataSource dataSource) : IIpnLog
{
    public async ValueTask Add(IpnMessage message, CancellationToken cancellationToken) =>
        await Availability.Guard(() => dataSource.ReadList(
            "insert into ipn_messages (signature_valid, payment_id, signature, body) "
            + "values ($1, $2, $3, $4)",
            [
                Sql.Value(message.SignatureValid), Sql.Text(message.PaymentId),
                Sql.Text(message.Signature), Sql.Value(message.Body.ToArray()),
            ],
            _ => true, cancellationToken));
}
