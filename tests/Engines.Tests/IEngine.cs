using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Balances;

namespace OrleansWallet.Engines.Tests;

/// <summary>An engine under test.</summary>
public interface IEngine : IAsyncDisposable
{
    IGrains Grains { get; }

    IBalanceStream Stream { get; }

    /// <summary>Drops every wallet that is not in use.</summary>
    Task Collect();
}
