using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Whole trades: created with escrow, marked as paid, released with the fee.</summary>
internal sealed class TradeWorkload(GridCommands commands, Picker picker, int wallets) : IWorkload
{
    private const long Funds = 1_000_000_000_000;
    private const long Minor = 10_000;
    private const int FundedAtOnce = 500;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    public string Unit => "trades";

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var part in Enumerable.Range(0, wallets).Chunk(FundedAtOnce))
        {
            await Task.WhenAll(part.Select(i => commands.CreditAsync(
                Seller(i), Funds, "fund-" + GridCommands.Name(i), cancellationToken).AsTask()));
        }
    }

    public async ValueTask<bool> RunAsync(long number, CancellationToken cancellationToken)
    {
        var seller = Seller(picker.Pick(number));
        var buyer = new WalletId("buyer-" + GridCommands.Name(picker.Pick(~number)));
        var trade = commands.Grains.Process(
            new ProcessId(ProcessKind.Trade, $"tr_{_run}_{GridCommands.Name(number)}"));
        _ = await trade.Act(
            new TradeAction.Create(seller, buyer, commands.Of(Minor), "EUR", "1")
            {
                By = new Actor("load", ActorRole.Service),
                Request = 1,
            },
            cancellationToken);
        _ = await trade.Act(
            new TradeAction.MarkPaid(null)
            {
                By = new Actor(buyer.Value, ActorRole.User),
                Request = 2,
            },
            cancellationToken);
        var answer = await trade.Act(
            new TradeAction.Release { By = new Actor(seller.Value, ActorRole.User), Request = 3 },
            cancellationToken);
        return answer is ProcessAnswer.Done { State: TradeState { Status: TradeStatus.Completed } };
    }

    private static WalletId Seller(int index) => new("seller-" + GridCommands.Name(index));
}
