using Microsoft.Extensions.Configuration;

namespace OrleansWallet.Api.Hosting;

/// <summary>The origins that browsers may call from: setting <c>FRONTEND_URL</c>.</summary>
internal static class FrontendOrigins
{
    private const string Setting = "FRONTEND_URL";

    /// <summary>Origins such as <c>https://wallet.example.com</c>; none by default.</summary>
    /// <exception cref="SettingException">One of them is no origin.</exception>
    public static string[] Read(IConfiguration configuration) =>
        (configuration[Setting] ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Parse)
            .ToArray();

    private static string Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.PathAndQuery == "/"
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new SettingException(
                $"{Setting}: '{text}' is not an origin such as https://wallet.example.com");
}
