namespace OrleansWallet.LoadTest.Http;

/// <summary>What became of one operation of a batch.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Status">The HTTP status that it alone would have got.</param>
/// <param name="Error">As in a problem; null when it was done.</param>
internal readonly record struct BatchLine(int Index, int Status, Problem? Error);
