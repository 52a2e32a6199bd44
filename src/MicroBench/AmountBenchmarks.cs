using BenchmarkDotNet.Attributes;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.MicroBench;

/// <summary>Amounts from and to text.</summary>
public class AmountBenchmarks
{
    private readonly Amount _amount = new(123_456_789, SampleWallet.Usd);

    [Params("25.50", "1234567890123.45", "1.5e3")]
    public string Text { get; set; } = "";

    [Benchmark]
    public AmountError Parse() => Amount.TryParse(Text, SampleWallet.Usd, out _);

    [Benchmark]
    public string Format() => _amount.ToString();
}
