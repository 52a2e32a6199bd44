using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>The key that a caller sent with a command, or none.</summary>
/// <param name="Explicit">Null when the call came without one.</param>
public readonly record struct CallerKey(CommandKey? Explicit)
{
    public const string Header = "Idempotency-Key";

    /// <summary>Tells that the answer is an earlier call's.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>Reads the header, if there is one.</summary>
    /// <param name="http">The call.</param>
    /// <param name="key">The key in its caller's own key space.</param>
    /// <param name="problem">400 when the header is not a key.</param>
    public static bool TryRead(HttpContext http, out CallerKey key, out IResult? problem)
    {
        key = default;
        problem = null;
        var header = http.Request.Headers[Header];
        if (header.Count == 0)
        {
            return true;
        }

        if (header.Count > 1 || !CommandKey.IsValidKey(header[0]))
        {
            problem = FieldErrors.Of(
                Header,
                $"must be 1 to {CommandKey.LengthMax} printable ASCII characters without spaces");
            return false;
        }

        key = new CallerKey(Of(http, header[0]!));
        return true;
    }

    /// <summary>A key in its caller's own key space.</summary>
    public static CommandKey Of(HttpContext http, string key) =>
        http.User.IsService()
            ? CommandKey.FromService(http.User.UserId(), key)
            : CommandKey.FromUser(http.User.UserId(), key);

    /// <summary>The caller's key, else the one that follows from what the operation is.</summary>
    public CommandKey For(
        WalletId wallet, string operation, TransactionType type, ReferenceId reference) =>
        Explicit ?? CommandKey.Derived(wallet, operation, type, reference);
}
