using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>
/// Of each fee that a referred user paid, exactly the share goes on from the platform to whoever
/// referred him, once; never to himself, and nothing when nobody did.
/// </summary>
internal sealed class CommissionAudit(ReferralAudit referrals)
{
    private const string Type = "referral_commission";
    private const string Fees = "platform:fees";

    /// <summary>True for the entries that are checked here.</summary>
    public static bool IsCommission(Entry entry) => entry.Type.Value == Type;

    /// <summary>A process begins that takes a fee.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="payer">Who pays the fee.</param>
    /// <param name="told">Who referred the payer, as the front says.</param>
    /// <param name="fee">The whole fee.</param>
    public ModelCommission Begin(string id, WalletId payer, WalletId? told, Amount fee)
    {
        var referrer = told == payer ? null : told?.Value;
        return referrer is null || referrals.ReferrerOf(payer.Value) == referrer
            ? new ModelCommission(referrer, fee.Currency.Code, fee.Minor)
            : throw Breach(id, $"{referrer} did not refer {payer}");
    }

    /// <summary>An entry of a commission.</summary>
    /// <param name="id">The process.</param>
    /// <param name="commission">What is due.</param>
    /// <param name="wallet">Whose entry it is.</param>
    /// <param name="entry">As it was committed.</param>
    /// <param name="feePaid">What of the fee the platform has.</param>
    public static void Add(
        string id, ModelCommission commission, ModelWallet wallet, Entry entry, Int128 feePaid)
    {
        var amount = entry.Amount!.Value;
        if (commission.Referrer is not { } referrer)
        {
            throw Breach(id, $"{entry.Kind} of {amount} at {wallet.Id}, and nothing is due");
        }

        var fits = amount.Minor == commission.Due && amount.Currency.Code == commission.Currency
            && (entry.Kind, wallet.Id) switch
            {
                (EntryKind.Sent, Fees) => entry.Counterparty?.Value == referrer
                    && feePaid == commission.Fee && commission.Sent++ == 0,
                (EntryKind.Returned, Fees) => ++commission.Ended <= commission.Sent,
                (EntryKind.Accepted, var at) =>
                    at == referrer && ++commission.Ended <= commission.Sent,
                _ => false,
            };
        if (!fits)
        {
            throw Breach(
                id,
                $"{entry.Kind} of {amount} at {wallet.Id} ({entry.Counterparty}): due are "
                + $"{commission.Due} {commission.Currency} to {referrer}, sent {commission.Sent} "
                + $"times; of the fee of {commission.Fee} {feePaid} are paid");
        }
    }

    /// <summary>At a quiet point what is due was paid, or came back; and only once all is done.
    /// </summary>
    public static void CheckQuiet(string id, ModelCommission commission, bool isCompleted)
    {
        var times = isCompleted && commission.Due > 0 ? 1 : 0;
        if (commission.Sent != times || commission.Ended != times)
        {
            throw Breach(
                id,
                $"the commission of {commission.Due} was sent {commission.Sent} times, and arrived "
                + $"or came back {commission.Ended} times");
        }
    }

    private static BreachException Breach(string id, string what) =>
        new("commissions", $"{id}: {what}", [id]);
}
