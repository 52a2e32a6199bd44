using Microsoft.Extensions.Options;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Api.Wallets.Reads;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Balances;

/// <summary>Where feeds read from. Thread-safe.</summary>
public sealed class FeedSources(
    IBalanceStream stream, WalletCalls calls, IJournalQueries journal, JournalEpoch epochs,
    IUserDirectory users, IOptions<WalletApiOptions> options)
{
    private const string DisplayCurrencyDefault = "USD";

    public WalletApiOptions Options { get; } = options.Value;

    public ValueTask<IAsyncDisposable> Subscribe(
        WalletId wallet, Action<BalanceChanges> handler) => stream.Subscribe(wallet, handler);

    public ValueTask<WalletBalances> GetBalances(
        WalletId wallet, CancellationToken cancellationToken) =>
        calls.GetBalances(wallet, cancellationToken);

    public ValueTask<string> GetEpoch(CancellationToken cancellationToken) =>
        epochs.Get(cancellationToken);

    public async ValueTask<string> GetDisplayCurrency(
        WalletId wallet, CancellationToken cancellationToken) =>
        (await users.Find(wallet.Value, cancellationToken))?.DisplayCurrency
        ?? DisplayCurrencyDefault;

    public ValueTask<long?> FindWalletNo(WalletId wallet, CancellationToken cancellationToken) =>
        journal.FindWalletNo(wallet, cancellationToken);

    /// <summary>Entries after <paramref name="version"/>, oldest first, with status changes.</summary>
    public ValueTask<IReadOnlyList<Entry>> FindMissed(
        long walletNo, long version, int limit, CancellationToken cancellationToken) =>
        journal.FindEntries(
            walletNo, new EntryFilter { AfterSeq = version, Limit = limit }, cancellationToken);
}
