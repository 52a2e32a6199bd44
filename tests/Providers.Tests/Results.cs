namespace OrleansWallet.Providers.Tests;

/// <summary>Results taken apart: each method asserts its case.</summary>
internal static class Results
{
    public static T Done<T>(this ProviderResult<T> result) =>
        Assert.IsType<ProviderResult<T>.Done>(result).Value;

    public static string RefusedCode<T>(this ProviderResult<T> result) =>
        Assert.IsType<ProviderResult<T>.Refused>(result).Code;

    public static ProviderResult<T>.Unavailable Unavailable<T>(this ProviderResult<T> result) =>
        Assert.IsType<ProviderResult<T>.Unavailable>(result);

    public static string UnknownReason<T>(this ProviderResult<T> result) =>
        Assert.IsType<ProviderResult<T>.OutcomeUnknown>(result).Reason;

    public static async Task<T> Done<T>(this Task<ProviderResult<T>> result) =>
        (await result).Done();
}
