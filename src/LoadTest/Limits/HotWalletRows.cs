using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Limits;

/// <summary>The rows that credits to one wallet leave in the journal, made ahead.</summary>
internal static class HotWalletRows
{
    private static readonly WalletId _wallet = new("w-0");
    private static readonly Counterparty _world = new("world:load");
    private static readonly TransactionType _type = new("load");

    /// <param name="count">A key and an entry each.</param>
    /// <param name="time">The entries' time.</param>
    public static List<(KeyWrite Key, Entry Entry)> Make(int count, TimeProvider time)
    {
        var amount = new Amount(100, CurrencyRegistry.Default["USD"]);
        var run = Guid.NewGuid().ToString("N")[..8];
        var rows = new List<(KeyWrite, Entry)>(count);
        var state = WalletState.New(_wallet);
        for (var i = 0; i < count; i++)
        {
            var name = $"{run}-{i}";
            var key = CommandKey.FromService("load", LoadKey.New().ToString());
            var command = new WalletCommand.Credit(
                new CommandContext(key, _type, new ReferenceId(name)),
                AccountKind.Spot, amount, _world);
            var decision = WalletDecider.Decide(state, command, time.GetUtcNow());
            state = decision.State;
            var entry = decision.Entries[0];
            rows.Add((
                new KeyWrite(
                    command.Context.Key.Hash(), Fingerprint.Of(_wallet, command), entry.Seq, 1,
                    null),
                entry));
        }

        return rows;
    }
}
