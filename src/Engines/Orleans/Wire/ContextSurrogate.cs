using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>What every command carries.</summary>
[GenerateSerializer, Alias("wallet.context"), Immutable]
internal struct ContextSurrogate
{
    [Id(0)]
    public string Key;

    [Id(1)]
    public string Type;

    [Id(2)]
    public string Reference;

    [Id(3)]
    public string? Note;

    [Id(4)]
    public string? Metadata;

    public static ContextSurrogate Of(CommandContext context) => new()
    {
        Key = context.Key.Text,
        Type = context.Type.Value,
        Reference = context.Reference.Value,
        Note = context.Note,
        Metadata = context.Metadata,
    };

    public readonly CommandContext Read() => new(
        CommandKey.TryParse(Key, out var key)
            ? key
            : throw new FormatException("a command came without a key"),
        new TransactionType(Type), new ReferenceId(Reference), Note, Metadata);
}
