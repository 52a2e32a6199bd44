namespace OrleansWallet.Domain.Money;

/// <summary>What a currency is, for display and for rules that treat fiat apart.</summary>
public enum CurrencyKind
{
    Fiat,
    Crypto,
    Stablecoin,
}
