using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="WalletCommandMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class WalletCommandMessageConverter(CurrencyRegistry currencies)
    : IConverter<WalletCommandMessage, CommandSurrogate>
{
    public CommandSurrogate ConvertToSurrogate(in WalletCommandMessage value) =>
        CommandWriter.Write(value.Command);

    public WalletCommandMessage ConvertFromSurrogate(in CommandSurrogate surrogate) =>
        new(CommandReader.Read(surrogate, currencies));
}
