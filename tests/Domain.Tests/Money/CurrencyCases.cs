using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Tests.Money;

public static class CurrencyCases
{
    public static TheoryData<Currency> All() => [.. CurrencyRegistry.Default.All];
}
