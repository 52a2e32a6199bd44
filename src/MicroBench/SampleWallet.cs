using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.MicroBench;

/// <summary>A wallet with one balance, and commands to it.</summary>
internal static class SampleWallet
{
    public static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly Currency Usd = CurrencyRegistry.Default["USD"];
    public static readonly WalletId Id = new("w-0");
    public static readonly WalletState State =
        WalletDecider.Decide(WalletState.New(Id), Credit, At).State;

    public static WalletCommand Credit => new WalletCommand.Credit(
        Context, AccountKind.Spot, new Amount(100, Usd), new Counterparty("world:load"));

    public static WalletCommand Transfer => new WalletCommand.Transfer(
        Context, AccountKind.Spot, null, [new Posting(new WalletId("to-1"), new Amount(1, Usd))]);

    public static Entry Entry => WalletDecider.Decide(State, Credit, At).Entries[0];

    private static CommandContext Context => new(
        CommandKey.FromService("load", "5f0c8a1e-123456"), new TransactionType("load"),
        new ReferenceId("5f0c8a1e-123456"));
}
