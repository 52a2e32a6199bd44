using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Takes commands out of their surrogate.</summary>
internal static class CommandReader
{
    /// <exception cref="NotSupportedException">A newer member sent a command unknown here.</exception>
    public static WalletCommand Read(in CommandSurrogate wire, CurrencyRegistry currencies)
    {
        var context = wire.Context.Read();
        var account = (AccountKind)wire.Account;
        var amount = wire.Amount?.Read(currencies);
        return wire.Tag switch
        {
            CommandTag.Credit => new WalletCommand.Credit(
                context, account, amount!.Value, new Counterparty(wire.Other!)),
            CommandTag.Debit => new WalletCommand.Debit(
                context, account, amount!.Value, new Counterparty(wire.Other!)),
            CommandTag.Lock => new WalletCommand.Lock(
                context, account, amount!.Value, wire.ExpiresAt),
            CommandTag.Unlock => new WalletCommand.Unlock(
                context, currencies[wire.Currency!], amount),
            CommandTag.Release => new WalletCommand.Release(
                context, currencies[wire.Currency!], amount, new Counterparty(wire.Other!)),
            CommandTag.Transfer => new WalletCommand.Transfer(
                context, account, Hold(wire),
                Array.ConvertAll(wire.Postings!, p => p.Read(currencies))),
            CommandTag.Accept => new WalletCommand.Accept(
                context, amount!.Value, new WalletId(wire.Other!), wire.Source!.Value.Read()),
            CommandTag.Return => new WalletCommand.Return(
                context, account, amount!.Value, new WalletId(wire.Other!),
                wire.Source!.Value.Read(), Hold(wire), wire.ExpiresAt),
            CommandTag.Move => new WalletCommand.Move(
                context, amount!.Value, account, (AccountKind)wire.ToAccount),
            CommandTag.Expire => new WalletCommand.Expire(context),
            CommandTag.Reverse => new WalletCommand.Reverse(
                context, wire.Original is [var original] ? original.Read(currencies) : null,
                wire.Source!.Value.Read()),
            CommandTag.Freeze => new WalletCommand.Freeze(context),
            CommandTag.Unfreeze => new WalletCommand.Unfreeze(context),
            CommandTag.Close => new WalletCommand.Close(context, wire.PostingsUnderWay),
            _ => throw new NotSupportedException($"command {wire.Tag} is not known here"),
        };
    }

    private static ReferenceId? Hold(in CommandSurrogate wire) =>
        wire.Hold is null ? null : new ReferenceId(wire.Hold);
}
