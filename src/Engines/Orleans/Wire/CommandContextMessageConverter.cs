namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="CommandContextMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class CommandContextMessageConverter
    : IConverter<CommandContextMessage, ContextSurrogate>
{
    public ContextSurrogate ConvertToSurrogate(in CommandContextMessage value) =>
        ContextSurrogate.Of(value.Context);

    public CommandContextMessage ConvertFromSurrogate(in ContextSurrogate surrogate) =>
        new(surrogate.Read());
}
