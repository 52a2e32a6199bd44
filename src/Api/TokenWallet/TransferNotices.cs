using OrleansWallet.Api.Balances;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>Tells the sender's screens what became of a transfer that was tried just now.</summary>
public sealed class TransferNotices(IUserNotices notices, TimeProvider time)
{
    /// <summary>Says nothing of replays and of answers that may still change.</summary>
    public void Tell(WalletId source, Amount amount, WalletAnswer answer)
    {
        if (OperationRunner.IsReplay(answer))
        {
            return;
        }

        var type = TransactionType.Transfer.Value;
        var at = WireTime.Format(time.GetUtcNow());
        switch (answer)
        {
            case WalletAnswer.Done { Receipt: { Status: ReceiptStatus.Returned } receipt }:
                notices.Publish(source.Value, new UserNotice.TransactionFailed(
                    receipt.TransactionId.ToString(), type, amount.ToString(),
                    amount.Currency.Code, Receipts.StatusOf(receipt.Status), at));
                break;
            case WalletAnswer.Done { Receipt: { Status: ReceiptStatus.Completed } receipt }:
                notices.Publish(source.Value, new UserNotice.TransactionCompleted(
                    receipt.TransactionId.ToString(), type, amount.ToString(),
                    amount.Currency.Code, at));
                break;
            case WalletAnswer.Refused refused:
                Tell(source, amount, refused.Refusal, at);
                break;
        }
    }

    private void Tell(WalletId source, Amount amount, Refusal refusal, string at)
    {
        var type = TransactionType.Transfer.Value;
        if (refusal is { Code: RefusalCode.InsufficientBalance, Available: { } available })
        {
            notices.Publish(source.Value, new UserNotice.BalanceInsufficient(
                amount.ToString(), available.ToString(), amount.Currency.Code, type, at));
        }

        notices.Publish(source.Value, new UserNotice.TransactionFailed(
            null, type, amount.ToString(), amount.Currency.Code,
            ProblemCodes.Of(refusal.Code).Code, at));
    }
}
