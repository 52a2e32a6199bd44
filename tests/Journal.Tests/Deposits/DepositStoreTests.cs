using Npgsql;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Deposits;
using OrleansWallet.Journal.Processes;
using OrleansWallet.Testing;

namespace OrleansWallet.Journal.Tests.Deposits;

public sealed class DepositStoreTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    private readonly PostgresDepositOrders _orders = new(fixture.Database.DataSource);

    [Fact]
    public async Task IpnLog_WhenMessagesCome_KeepsEachAsItWas()
    {
        var log = new PostgresIpnLog(fixture.Database.DataSource);
        byte[] body = [0, 255, .. "{\"payment_id\":1}"u8];
        await log.Add(new IpnMessage(body, null, false, null), default);
        await log.Add(new IpnMessage(body, "ab", true, "1"), default);
        await log.Add(new IpnMessage(body, "ab", true, "1"), default);

        Assert.Equal(
            3, await fixture.Database.Scalar<long>(
                $"select count(*) from ipn_messages where body = '\\x{Convert.ToHexString(body)}'"));
        Assert.Equal(
            2, await fixture.Database.Scalar<long>(
                "select count(*) from ipn_messages where signature_valid and payment_id = '1'"));
    }

    [Fact]
    public async Task Orders_WhenBegunTwice_KeepTheFirst()
    {
        var order = new DepositOrder("dep_1", "ann", UInt128.MaxValue - 7, null);
        Assert.Equal(order, await _orders.Begin(order, default));
        Assert.Equal(
            order, await _orders.Begin(order with { UserId = "bob", Fingerprint = 1 }, default));

        await _orders.Complete("dep_1", "77", default);
        await _orders.Complete("dep_1", "78", default);

        Assert.Equal(order with { PaymentId = "77" }, await _orders.Find("dep_1", default));
        Assert.Null(await _orders.Find("dep_2", default));
    }

    [Theory]
    [InlineData(5, "user", "processes_deposit_user")]
    [InlineData(4, "payout_id", "processes_payout")]
    public async Task List_WhenByMember_FindsItByItsIndex(int kind, string member, string index)
    {
        await fixture.Database.Execute(
            "insert into processes (kind, id, version, token, status, state) "
            + $"select {kind}, '{member}' || n, 1, gen_random_uuid(), 'finished', "
            + $"json_build_object('{member}', 'x' || n) from generate_series(1, 5000) n");
        await fixture.Database.Execute("analyze processes");
        using var capture = new SqlCapture();
        await using var dataSource = fixture.Database.Connect(capture);
        var found = await new PostgresProcessQueries(dataSource).List(
            new ProcessFilter
            {
                Kind = (ProcessKind)kind,
                Members = new Dictionary<string, string> { [member] = "x77" },
                Limit = 10,
            },
            default);

        Assert.Equal($"{member}77", Assert.Single(found).Row.Id.Value);
        Assert.Contains(
            index, await Explain(capture.Statements[^1], (short)kind, member, "x77", 10),
            StringComparison.Ordinal);
    }

    private async Task<string> Explain(string sql, params object[] values)
    {
        await using var connection = await fixture.Database.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"explain {sql}", connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }

        return string.Join('\n', plan);
    }
}
