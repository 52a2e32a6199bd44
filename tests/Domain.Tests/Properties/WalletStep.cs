using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Properties;

/// <summary>A random wish; <see cref="WalletRun"/> makes a fitting command of it.</summary>
/// <param name="Command">A nested type of <see cref="WalletCommand"/>.</param>
/// <param name="Account">Spot or savings.</param>
/// <param name="Bitcoin">Bitcoin rather than dollars.</param>
/// <param name="Minor">The amount, not always a valid one.</param>
/// <param name="Pick">Decides what is left open: which hold, which entry, whole or part.</param>
/// <param name="DerivedKey">Whether the key is derived rather than explicit.</param>
/// <param name="Seconds">How far the clock moves before; it may go back.</param>
internal sealed record WalletStep(
    Type Command, AccountKind Account, bool Bitcoin, Int128 Minor, int Pick, bool DerivedKey,
    int Seconds)
{
    public override string ToString() =>
        $"\n{Command.Name} {Minor} {(Bitcoin ? "BTC" : "USD")} {Account} pick {Pick} "
            + $"{(DerivedKey ? "derived" : "explicit")} {Seconds:+0;-0} s";
}
