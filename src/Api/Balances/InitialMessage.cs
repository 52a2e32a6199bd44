using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Balances;

/// <summary>All balances of a wallet at one version.</summary>
/// <param name="Balance">
/// Available in the display currency's spot account, as a number; null before the first balance.
/// </param>
/// <param name="Currency">The display currency.</param>
/// <param name="Epoch">The journal's generation.</param>
public sealed record InitialMessage(
    RawJson? Balance, string Currency, IReadOnlyList<BalanceMessage> Balances, string Epoch,
    long Version);
