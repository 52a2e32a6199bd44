using Npgsql;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Tests.Verification;

/// <summary>A process of each kind that moves money, with the entries it left.</summary>
internal static class HealthyProcesses
{
    public static async Task Write(Grid grid, NpgsqlDataSource database)
    {
        await Trades(grid);
        await Withdrawals(grid);
        await Order(grid);
        await grid.Do("user", new WalletCommand.Credit(
            grid.Context("proc:tu-1"), AccountKind.Spot, Grid.Of("3.00", "EUR"),
            HealthyHistory.World));
        await grid.Do("user", new WalletCommand.Credit(
            grid.Context("5077") with { Type = new TransactionType("deposit_nowpayments") },
            AccountKind.Spot, Grid.Of("2.00", "EUR"), new Counterparty("world:nowpayments")));
        await using var command = database.CreateCommand(Rows);
        await command.ExecuteNonQueryAsync();
    }

    // tr-1 is completed, with a fee; tr-2 has its escrow; tr-3 was cancelled.
    private static async Task Trades(Grid grid)
    {
        await grid.Credit("seller", Grid.Of("100.00", "EUR"));
        await Lock(grid, "seller", "proc:tr-1", "20.00");
        await Pay(grid, "seller", "proc:tr-1", "buyer", "19.00");
        await Pay(grid, "seller", "proc:tr-1", "platform:fees", "1.00");
        await Lock(grid, "seller", "proc:tr-2", "30.00");
        await Lock(grid, "seller", "proc:tr-3", "5.00");
        await grid.Do("seller", new WalletCommand.Unlock(
            grid.Context("proc:tr-3"), Grid.Of("1.00", "EUR").Currency, null));
    }

    // wd-1 is finished, wd-2 waits for approval.
    private static async Task Withdrawals(Grid grid)
    {
        await grid.Credit("user", Grid.Of("50.00", "EUR"));
        await Lock(grid, "user", "proc:wd-1", "11.00");
        await grid.Do("user", new WalletCommand.Release(
            grid.Context("proc:wd-1"), Grid.Of("1.00", "EUR").Currency, Grid.Of("10.00", "EUR"),
            new Counterparty("world:nowpayments")));
        await Pay(grid, "user", "proc:wd-1", "platform:fees", "1.00");
        await Lock(grid, "user", "proc:wd-2", "4.00");
    }

    private static async Task Order(Grid grid)
    {
        await grid.Credit("platform:liquidity", Grid.Of("1.00", "ETH"));
        await Lock(grid, "platform:liquidity", "proc:or-1", "0.50", "ETH");
        await Lock(grid, "user", "proc:or-1", "10.00");
        await Pay(grid, "user", "proc:or-1", "platform:liquidity", "9.90");
        await Pay(grid, "platform:liquidity", "proc:or-1", "user", "0.50", "ETH");
        await Pay(grid, "user", "proc:or-1", "platform:fees", "0.10");
    }

    private static Task<Receipt> Lock(
        Grid grid, string wallet, string reference, string whole, string currency = "EUR") =>
        grid.Do(wallet, new WalletCommand.Lock(
            grid.Context(reference), AccountKind.Spot, Grid.Of(whole, currency), null));

    private static Task<Receipt> Pay(
        Grid grid, string wallet, string reference, string to, string whole,
        string currency = "EUR") =>
        grid.Do(wallet, new WalletCommand.Transfer(
            grid.Context(reference), AccountKind.Spot, new ReferenceId(reference),
            [new Posting(new WalletId(to), Grid.Of(whole, currency))]));

    private const string Rows =
        """
        insert into processes (kind, id, version, token, status, state)
        select kind, id, 1, gen_random_uuid(), status, state::json from (values
          (1, 'tr-1', 'completed', '{"seller":"seller","buyer":"buyer","amount":"2000 EUR","fee":"100 EUR","offer":"Offer:of-1","offer_settled":true,"escrow":1}'),
          (1, 'tr-2', 'escrowed', '{"seller":"seller","buyer":"buyer","amount":"3000 EUR","fee":"100 EUR","offer":"Offer:of-1","offer_settled":false,"escrow":1}'),
          (1, 'tr-3', 'cancelled', '{"seller":"seller","buyer":"buyer","amount":"500 EUR","fee":"100 EUR","offer":"Offer:of-1","offer_settled":true,"escrow":1}'),
          (2, 'of-1', 'live', '{"used":"2000 EUR","reservations":{"tr-2":{"amount":"3000 EUR","settled":false},"tr-3":{"amount":"0 EUR","settled":true}}}'),
          (3, 'or-1', 'completed', '{"user":"user","from":"1000 EUR","to":"500000000000000000 ETH","fee":"10 EUR"}'),
          (4, 'wd-1', 'finished', '{"user":"user","amount":"1000 EUR","fee":"100 EUR"}'),
          (4, 'wd-2', 'pending', '{"user":"user","amount":"300 EUR","fee":"100 EUR"}'),
          (5, '5077', 'finished', '{"credit":"credited","user":"user","paid":"200 EUR"}'),
          (5, '5078', 'waiting', '{"credit":"none","user":"user"}'),
          (6, 'tu-1', 'success', '{"user":"user","amount":"300 EUR"}'),
          (6, 'tu-2', 'pending', '{"user":"user","amount":"700 EUR"}')
        ) as rows(kind, id, status, state)
        """;
}
