using System.Collections.Concurrent;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>
/// Writes the bodies of batches. An operation's text is made once for each wallet: the batch's
/// own key tells the operations of one batch from those of another. Thread-safe.
/// </summary>
internal sealed class BatchBodies(string run, Currency currency)
{
    private readonly ConcurrentDictionary<(LoadWallet Wallet, long Minor), byte[]> _operations =
        new();

    /// <summary>Credits of one wallet go together or not at all; of many, each for itself.
    /// </summary>
    public void Write(Utf8Buffer body, IReadOnlyList<LoadWallet> wallets, long minor)
    {
        var isOne = true;
        var operation = Operation(wallets[0], minor);
        body.Add("{\"operations\":["u8);
        for (var i = 0; i < wallets.Count; i++)
        {
            if (i > 0)
            {
                body.Add(","u8);
                if (wallets[i] != wallets[i - 1])
                {
                    isOne = false;
                    operation = Operation(wallets[i], minor);
                }
            }

            body.Add(operation);
        }

        body.Add("],\"mode\":\""u8).Add(isOne ? "atomic"u8 : "continue"u8).Add("\"}"u8);
    }

    private byte[] Operation(LoadWallet wallet, long minor) =>
        _operations.GetOrAdd((wallet, minor), static (of, self) => self.Make(of), this);

    private byte[] Make((LoadWallet Wallet, long Minor) of) => new Utf8Buffer(256)
        .Add("{\"operation\":\"credit\",\"user_id\":\""u8).Add(of.Wallet.Id.Value)
        .Add("\",\"currency\":\""u8).Add(currency.Code)
        .Add("\",\"amount\":\""u8).Add(Amount.Format(of.Minor, currency))
        .Add("\",\"transaction_type\":\"load\",\"counterparty\":\"world:load\""u8)
        .Add(",\"reference_id\":\""u8).Add(run).Add("\"}"u8)
        .Memory.ToArray();
}
