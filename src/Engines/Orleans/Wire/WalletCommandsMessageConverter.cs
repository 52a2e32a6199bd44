using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="WalletCommandsMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class WalletCommandsMessageConverter(CurrencyRegistry currencies)
    : IConverter<WalletCommandsMessage, ListSurrogate<CommandSurrogate>>
{
    public ListSurrogate<CommandSurrogate> ConvertToSurrogate(in WalletCommandsMessage value) =>
        new([.. value.Commands.Select(CommandWriter.Write)]);

    public WalletCommandsMessage ConvertFromSurrogate(in ListSurrogate<CommandSurrogate> surrogate) =>
        new(Array.ConvertAll(surrogate.Items, c => CommandReader.Read(c, currencies)));
}
