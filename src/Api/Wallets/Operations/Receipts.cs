using OrleansWallet.Api.Json;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>Receipts as they go over the wire.</summary>
internal static class Receipts
{
    public static ReceiptBody Write(Receipt receipt)
    {
        var first = receipt.Entries[0];
        var last = ShownLast(receipt.Entries);
        var currency = first.Amount?.Currency;
        var available = currency is null ? null : Amount.Format(last.Available, currency);
        return new ReceiptBody
        {
            TransactionId = receipt.TransactionId.ToString(),
            UserId = receipt.Wallet.Value,
            Currency = currency?.Code,
            Account = currency is null ? null : AccountNames.Of(first.Account),
            Amount = currency is null ? null : Amount.Format(Moved(receipt.Entries), currency),
            Direction = Directions.Of(first.Kind),
            TransactionType = first.Type.Value,
            ReferenceId = first.Reference.Value,
            BalanceAfter = available,
            AvailableBalance = available,
            LockedBalance = currency is null ? null : Amount.Format(last.Locked, currency),
            TotalBalance = currency is null ? null : Amount.Format(last.Total, currency),
            Status = StatusOf(receipt.Status),
            Version = receipt.Last.Seq,
            Timestamp = WireTime.Format(last.At),
        };
    }

    public static string StatusOf(ReceiptStatus status) => status switch
    {
        ReceiptStatus.Completed => "completed",
        ReceiptStatus.InProgress => "in_progress",
        ReceiptStatus.Returned => "returned",
        _ => throw new InvalidOperationException($"unknown receipt status {status}"),
    };

    /// <summary>What moved, in minor units: the sum of the entries of the first one's kind.</summary>
    public static Int128 Moved(IReadOnlyList<Entry> entries)
    {
        Int128 sum = 0;
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Kind == entries[0].Kind && entries[i].Amount is { } amount)
            {
                sum += amount.Minor;
            }
        }

        return sum;
    }

    /// <summary>The last entry of the first one's account; a move touches the other, too.</summary>
    public static Entry ShownLast(IReadOnlyList<Entry> entries)
    {
        for (var i = entries.Count - 1; i > 0; i--)
        {
            if (entries[i].Account == entries[0].Account)
            {
                return entries[i];
            }
        }

        return entries[0];
    }
}
