using OrleansWallet.Api.Json;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Batches;

/// <summary>One operation of a batch as it was parsed.</summary>
/// <param name="Index">Its place in the request.</param>
/// <param name="Wallet">Meaningless when there are errors.</param>
/// <param name="Command">Null when there are errors.</param>
/// <param name="Errors">What is wrong with it.</param>
internal sealed record BatchItem(
    int Index, WalletId Wallet, WalletCommand? Command, FieldErrors Errors);
