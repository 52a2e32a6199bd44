using OrleansWallet.Domain.Ids;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>A wallet of a run, and what acknowledged operations make its balance.</summary>
internal sealed class LoadWallet(WalletId id)
{
    private long _expected;
    private int _touched;

    public WalletId Id => id;

    /// <summary>Where it is credited over HTTP; made once for all calls.</summary>
    public string CreditPath { get; } = $"/api/wallets/{id.Value}/credit";

    public string DebitPath { get; } = $"/api/wallets/{id.Value}/debit";

    public string BalancesPath { get; } = $"/api/wallets/balances/{id.Value}";

    /// <summary>Minor units, beginning at 0: every run has wallets of its own.</summary>
    public long Expected => Interlocked.Read(ref _expected);

    /// <summary>Whether an operation on it was acknowledged.</summary>
    public bool IsTouched => Volatile.Read(ref _touched) != 0;

    /// <param name="minor">What an acknowledged operation brought, below zero what it took.</param>
    public void Add(long minor)
    {
        Interlocked.Add(ref _expected, minor);
        if (_touched == 0)
        {
            Volatile.Write(ref _touched, 1);
        }
    }
}
