namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Several of one kind, in order.</summary>
[GenerateSerializer, Alias("wallet.list`1"), Immutable]
internal readonly struct ListSurrogate<T>(T[] items)
{
    [Id(0)]
    public readonly T[] Items = items;
}
