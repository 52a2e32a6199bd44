using OrleansWallet.Domain.Referrals;
using OrleansWallet.Domain.Trades;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Workload;

/// <summary>Makes what callers want of processes of all kinds.</summary>
internal sealed class ProcessMaker(
    SimRandom random, TradeMaker trades, ReferralMaker referrals,
    IReadOnlyList<(int Weight, IActionMaker Maker)> makers)
    : IActionMaker
{
    private readonly int _weights = makers.Sum(m => m.Weight);

    public MadeAction Next()
    {
        var roll = random.Below(_weights);
        foreach (var (weight, maker) in makers)
        {
            if (roll < weight)
            {
                return maker.Next();
            }

            roll -= weight;
        }

        throw new InvalidOperationException("the weights have another sum");
    }

    /// <summary>Whether there is something that can be acted on so often.</summary>
    public bool CanBurst => trades.HasOffers;

    /// <summary>Many actions on one process, one after another.</summary>
    public IEnumerable<MadeAction> Burst() => trades.ChangeOften();

    /// <summary>An action was taken.</summary>
    public void Took(MadeAction made)
    {
        switch (made.Action)
        {
            case OfferAction.Create:
                trades.OfferIsThere(made.Process);
                break;
            case TradeAction.Appeal:
                trades.IsAppealed(made.Process);
                break;
            case ReferralCodeAction.Claim claim:
                referrals.IsClaimed(claim.Owner);
                break;
        }
    }
}
