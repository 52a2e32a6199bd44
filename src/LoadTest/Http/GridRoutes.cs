using System.Globalization;

namespace OrleansWallet.LoadTest.Http;

/// <summary>The grid's addresses. Wallet ids go in as they are: all their characters may.</summary>
internal sealed class GridRoutes
{
    private readonly string _root;

    /// <param name="root">Scheme, host and port, perhaps a path; a last slash is dropped.</param>
    public GridRoutes(Uri root)
    {
        _root = root.AbsoluteUri.TrimEnd('/');
        Login = new Uri($"{_root}/auth/login");
        Register = new Uri($"{_root}/auth/register");
        Transfer = new Uri($"{_root}/api/wallets/transfer");
    }

    public Uri Login { get; }

    public Uri Register { get; }

    public Uri Transfer { get; }

    public Uri Credit(string walletId) => new($"{_root}/api/wallets/{walletId}/credit");

    public Uri Debit(string walletId) => new($"{_root}/api/wallets/{walletId}/debit");

    public Uri Balances(string walletId) => new($"{_root}/api/wallets/balances/{walletId}");

    public Uri Transaction(string walletId, string transactionId) =>
        new($"{_root}/api/wallets/transactions/{walletId}/{Uri.EscapeDataString(transactionId)}");

    /// <summary>A page of the history, the oldest entry first.</summary>
    /// <param name="cursor">The page before's <c>next_cursor</c>; null asks for the first.</param>
    public Uri History(string walletId, int limit, string? cursor)
    {
        var more = cursor is null ? null : $"&cursor={Uri.EscapeDataString(cursor)}";
        return new Uri(string.Create(
            CultureInfo.InvariantCulture,
            $"{_root}/api/wallets/transactions/{walletId}?after_version=0&limit={limit}{more}"));
    }
}
