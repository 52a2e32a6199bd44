using Npgsql;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Deposits;

/// <summary>The requests for payments in PostgreSQL.</summary>
public sealed class PostgresDepositOrders(NpgsqlDataSource dataSource) : IDepositOrders
{
    private const string Columns = "order_id, user_id, fingerprint, payment_id";

    public ValueTask<DepositOrder> Begin(
        DepositOrder order, CancellationToken cancellationToken) =>
        Availability.Guard(async () =>
        {
            // The update changes nothing: it makes the row that is there be returned.
            var rows = await dataSource.ReadList(
                "insert into deposit_orders (order_id, user_id, fingerprint) values ($1, $2, $3) "
                + "on conflict (order_id) do update set order_id = excluded.order_id "
                + $"returning {Columns}",
                [
                    Sql.Value(order.OrderId), Sql.Value(order.UserId),
                    Sql.Value(Uuid.Of(order.Fingerprint)),
                ],
                Read, cancellationToken);
            return rows[0];
        });

    public async ValueTask Complete(
        string orderId, string paymentId, CancellationToken cancellationToken) =>
        await Availability.Guard(() => dataSource.ReadList(
            "update deposit_orders set payment_id = $2 where order_id = $1 and payment_id is null",
            [Sql.Value(orderId), Sql.Value(paymentId)], _ => true, cancellationToken));

    public ValueTask<DepositOrder?> Find(string orderId, CancellationToken cancellationToken) =>
        Availability.Guard(async () =>
        {
            var rows = await dataSource.ReadList(
                $"select {Columns} from deposit_orders where order_id = $1",
                [Sql.Value(orderId)], Read, cancellationToken);
            return rows is [var row] ? row : null;
        });

    private static DepositOrder Read(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), Uuid.ToUInt128(reader.GetGuid(2)),
        reader.IsDBNull(3) ? null : reader.GetString(3));
}
