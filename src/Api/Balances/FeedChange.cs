using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Balances;

/// <summary>One balance change as a client is told of it.</summary>
/// <param name="Entry">The change, or the latest of several of the same balance.</param>
/// <param name="Previous">The available balance before, in minor units.</param>
/// <param name="FromVersion">
/// The version that the client was told last, when this one does not follow on it; else null.
/// </param>
internal readonly record struct FeedChange(Entry Entry, Int128 Previous, long? FromVersion);
