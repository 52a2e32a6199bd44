using Npgsql;
using OrleansWallet.Contracts;

namespace OrleansWallet.Import;

/// <summary>Where balances go.</summary>
/// <param name="Grains">The wallets.</param>
/// <param name="Database">Their journal, to read back what it holds.</param>
public sealed record ImportTarget(IGrains Grains, NpgsqlDataSource Database);
