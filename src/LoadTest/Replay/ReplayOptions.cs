using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>What a replay is told on the command line.</summary>
/// <param name="Path">The bank's file.</param>
/// <param name="Root">The grid's address.</param>
/// <param name="Concurrency">Wallets at a time; also connections at most.</param>
/// <param name="WalletPrefix">A wallet's id is this and the account's number.</param>
/// <param name="RetryLimit">How long to ask again while no call succeeds.</param>
internal sealed record ReplayOptions(
    string Path,
    Uri Root,
    Credentials Credentials,
    int Concurrency,
    Currency Currency,
    string WalletPrefix,
    TimeSpan RetryLimit,
    bool Json,
    bool Verify);
