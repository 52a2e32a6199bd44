using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.LoadTest.Workloads.Grains;

/// <summary>Whole trades: created with escrow, marked as paid, released with the fee.</summary>
internal sealed class GrainTradeWorkload(
    GrainCommands commands, LoadWallets sellers, LoadWallets buyers, Picker picker) : IWorkload
{
    private const long Minor = 10_000;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    public string Unit => "trades";

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        sellers.FundAsync(commands, cancellationToken);

    public async ValueTask<LoadOutcome> RunAsync(
        long number, CancellationToken cancellationToken)
    {
        var seller = sellers[picker.Pick(number)].Id;
        var buyer = buyers[picker.Pick(~number)].Id;
        var trade = commands.Grains.Process(
            new ProcessId(ProcessKind.Trade, $"tr_{_run}_{GrainCommands.Name(number)}"));
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
        return LoadOutcome.Of(
            answer is ProcessAnswer.Done { State: TradeState { Status: TradeStatus.Completed } });
    }
}
