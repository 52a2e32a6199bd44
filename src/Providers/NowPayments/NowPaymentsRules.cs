using Microsoft.Extensions.Options;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>Names wrong settings at the start; never their values.</summary>
internal sealed class NowPaymentsRules : IValidateOptions<NowPaymentsOptions>
{
    public ValidateOptionsResult Validate(string? name, NowPaymentsOptions options)
    {
        var errors = new List<string>();
        Check(errors, IsSafe(options.BaseUrl), "BaseUrl is neither https nor on loopback");
        Check(errors, options.Resilience.IsValid, "Resilience has a value out of range");
        Check(
            errors, options.IpnCallbackUrl is null or { IsAbsoluteUri: true },
            "IpnCallbackUrl is not absolute");
        Check(
            errors, options.PayoutEmail.Length == 0 == (options.PayoutPassword.Length == 0),
            "PayoutEmail and PayoutPassword belong together");
        Check(
            errors, options.PayoutTotpSecret.Length == 0 || Totp.IsSecret(options.PayoutTotpSecret),
            "PayoutTotpSecret is not base32");
        Check(
            errors, options.Coins.Values.All(c => Currency.IsCode(c.Currency) && c.Network != ""),
            "Coins has an entry without a currency or a network");
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors.Select(e => $"NowPayments: {e}"));
    }

    /// <summary>The key goes with every request, so it may not go in clear text.</summary>
    private static bool IsSafe(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttps
            || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static void Check(List<string> errors, bool holds, string error)
    {
        if (!holds)
        {
            errors.Add(error);
        }
    }
}
