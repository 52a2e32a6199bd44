namespace OrleansWallet.LoadTest.Http;

/// <summary>The grid gave no success for as long as the caller was told to wait for one.</summary>
internal sealed class GridUnreachableException(string call, TimeSpan waited, string last)
    : Exception($"{call}: no call succeeded for {waited.TotalSeconds:0} s; the last answer: {last}");
