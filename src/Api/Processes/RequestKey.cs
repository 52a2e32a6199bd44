using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Api.Processes;

/// <summary>Tells a request to a process from every other, and from itself told again.</summary>
/// <param name="Caller">The caller's own key; null when the call came without one.</param>
/// <param name="Value">The digest of the caller's key, else a random one.</param>
/// <param name="Fingerprint">The digest of the operation and its content.</param>
public readonly record struct RequestKey(CommandKey? Caller, UInt128 Value, UInt128 Fingerprint)
{
    /// <param name="http">The call.</param>
    /// <param name="operation">Its name.</param>
    /// <param name="content">What two calls with one key must have in common.</param>
    /// <param name="key">The request's key.</param>
    /// <param name="problem">400 when the header is not a key.</param>
    public static bool TryRead(
        HttpContext http, string operation, string content, out RequestKey key,
        out IResult? problem)
    {
        key = default;
        if (!CallerKey.TryRead(http, out var caller, out problem))
        {
            return false;
        }

        key = new RequestKey(
            caller.Explicit,
            caller.Explicit?.Digest() ?? Digest.Of(Guid.NewGuid().ToString("N")),
            Digest.Of($"{operation}\n{content}"));
        return true;
    }

    /// <summary>The id of what this request makes: the same request, the same id.</summary>
    public string NewId(string prefix) =>
        prefix + Digest.Of(Value.ToString("x32", CultureInfo.InvariantCulture) + prefix)
            .ToString("x32", CultureInfo.InvariantCulture)[..24];
}
