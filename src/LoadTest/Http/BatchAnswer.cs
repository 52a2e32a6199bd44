namespace OrleansWallet.LoadTest.Http;

/// <summary>What is needed of a batch's answer: a result for each operation.</summary>
internal readonly record struct BatchAnswer(IReadOnlyList<BatchLine>? Results);
