using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Puts commands into their surrogate.</summary>
internal static class CommandWriter
{
    /// <exception cref="NotSupportedException">A command that the wire does not know.</exception>
    public static CommandSurrogate Write(WalletCommand command)
    {
        var wire = new CommandSurrogate { Context = ContextSurrogate.Of(command.Context) };
        switch (command)
        {
            case WalletCommand.Credit c:
                return wire with
                {
                    Tag = CommandTag.Credit,
                    Account = (int)c.Account,
                    Amount = AmountSurrogate.Of(c.Amount),
                    Other = c.From.Value,
                };
            case WalletCommand.Debit c:
                return wire with
                {
                    Tag = CommandTag.Debit,
                    Account = (int)c.Account,
                    Amount = AmountSurrogate.Of(c.Amount),
                    Other = c.To.Value,
                };
            case WalletCommand.Lock c:
                return wire with
                {
                    Tag = CommandTag.Lock,
                    Account = (int)c.Account,
                    Amount = AmountSurrogate.Of(c.Amount),
                    ExpiresAt = c.ExpiresAt,
                };
            case WalletCommand.Unlock c:
                return wire with
                {
                    Tag = CommandTag.Unlock,
                    Currency = c.Currency.Code,
                    Amount = AmountSurrogate.Of(c.Amount),
                };
            case WalletCommand.Release c:
                return wire with
                {
                    Tag = CommandTag.Release,
                    Currency = c.Currency.Code,
                    Amount = AmountSurrogate.Of(c.Amount),
                    Other = c.To.Value,
                };
            case WalletCommand.Transfer c:
                return wire with
                {
                    Tag = CommandTag.Transfer,
                    Account = (int)c.Account,
                    Hold = c.Hold?.Value,
                    Postings = [.. c.Postings.Select(PostingSurrogate.Of)],
                };
            case WalletCommand.Accept c:
                return wire with
                {
                    Tag = CommandTag.Accept,
                    Amount = AmountSurrogate.Of(c.Amount),
                    Other = c.From.Value,
                    Source = LinkSurrogate.Of(c.Source),
                };
            case WalletCommand.Return c:
                return wire with
                {
                    Tag = CommandTag.Return,
                    Account = (int)c.Account,
                    Amount = AmountSurrogate.Of(c.Amount),
                    Other = c.From.Value,
                    Source = LinkSurrogate.Of(c.Source),
                    Hold = c.Hold?.Value,
                    ExpiresAt = c.HoldExpiresAt,
                };
            case WalletCommand.Move c:
                return wire with
                {
                    Tag = CommandTag.Move,
                    Amount = AmountSurrogate.Of(c.Amount),
                    Account = (int)c.From,
                    ToAccount = (int)c.To,
                };
            case WalletCommand.Expire:
                return wire with { Tag = CommandTag.Expire };
            case WalletCommand.Reverse c:
                return wire with
                {
                    Tag = CommandTag.Reverse,
                    Source = LinkSurrogate.Of(c.Source),
                    Original = c.Original is null ? null : [EntrySurrogate.Of(c.Original)],
                };
            case WalletCommand.Freeze:
                return wire with { Tag = CommandTag.Freeze };
            case WalletCommand.Unfreeze:
                return wire with { Tag = CommandTag.Unfreeze };
            case WalletCommand.Close c:
                return wire with
                {
                    Tag = CommandTag.Close,
                    PostingsUnderWay = c.PostingsUnderWay,
                };
            default:
                throw new NotSupportedException($"{command.GetType().Name} has no surrogate");
        }
    }
}
