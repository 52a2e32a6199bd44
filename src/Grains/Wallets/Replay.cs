using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Wallets;

/// <summary>The answer to a key that took effect before.</summary>
internal static class Replay
{
    private static readonly WalletAnswer _otherInput = new WalletAnswer.Refused(
        new Refusal(RefusalCode.KeyReusedWithOtherInput));

    public static WalletAnswer Of(WalletAnswer first, bool sameInput) => (first, sameInput) switch
    {
        (_, false) => _otherInput,
        (WalletAnswer.Done done, _) => done with { Replayed = true },
        (WalletAnswer.Refused refused, _) => refused with { Replayed = true },
        _ => throw new InvalidOperationException($"{first.GetType().Name} is no durable answer"),
    };

    public static WalletAnswer Of(KeyRecord record, WalletId wallet, UInt128 fingerprint)
    {
        if (record.Wallet != wallet || record.Fingerprint != fingerprint)
        {
            return _otherInput;
        }

        return record.Refusal is { } refusal
            ? new WalletAnswer.Refused(refusal, Replayed: true)
            : new WalletAnswer.Done(
                new Receipt(wallet, record.WalletNo, record.Entries), Replayed: true);
    }
}
