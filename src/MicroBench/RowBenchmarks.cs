using BenchmarkDotNet.Attributes;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.MicroBench;

/// <summary>One row in the binary format of COPY, of a batch of a thousand.</summary>
public class RowBenchmarks
{
    private const int Rows = 1000;

    private readonly Entry _entry = SampleWallet.Entry;
    private readonly Int128 _amount = 1_234_567_890_123;

    [Benchmark(OperationsPerInvoke = Rows)]
    public void EncodeEntry()
    {
        using var rows = new CopyRows();
        for (var i = 0; i < Rows; i++)
        {
            EntryRows.Write(rows, 1, _entry);
        }
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public void EncodeNumeric()
    {
        using var rows = new CopyRows();
        for (var i = 0; i < Rows; i++)
        {
            rows.Numeric(_amount);
        }
    }
}
