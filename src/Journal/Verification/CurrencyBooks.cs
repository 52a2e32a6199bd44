using System.Numerics;

namespace OrleansWallet.Journal.Verification;

/// <summary>The books of one currency, in minor units.</summary>
/// <param name="Currency">Its code.</param>
/// <param name="Wallets">All balances, available and locked.</param>
/// <param name="UnderWay">Postings that are neither accepted nor returned.</param>
/// <param name="WorldIn">What came into the grid.</param>
/// <param name="WorldOut">What left it.</param>
public sealed record CurrencyBooks(
    string Currency, BigInteger Wallets, BigInteger UnderWay, BigInteger WorldIn,
    BigInteger WorldOut)
{
    /// <summary>What the grid has beyond what it should have; zero when the books balance.</summary>
    public BigInteger Difference => Wallets + UnderWay - (WorldIn - WorldOut);
}
