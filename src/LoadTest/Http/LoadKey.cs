namespace OrleansWallet.LoadTest.Http;

/// <summary>The key of one operation of a run, written without a string for each.</summary>
/// <param name="Run">Differs from that of every other run.</param>
/// <param name="Number">Of the operation.</param>
internal readonly record struct LoadKey(string Run, long Number)
{
    public Utf8Buffer AddTo(Utf8Buffer buffer) => buffer.Add(Run).Add("-"u8).Add(Number);

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Run}-{Number}");
}
