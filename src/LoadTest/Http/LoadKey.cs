namespace OrleansWallet.LoadTest.Http;

/// <summary>The key of one operation: a UUID of version 7, as clients should send.</summary>
/// <param name="Value">Of the operation; its retries have it too.</param>
internal readonly record struct LoadKey(Guid Value)
{
    public static LoadKey New() => new(Guid.CreateVersion7());

    public Utf8Buffer AddTo(Utf8Buffer buffer) => buffer.Add(Value);

    public override string ToString() => Value.ToString();
}
