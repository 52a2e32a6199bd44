using System.Text.Json;

namespace OrleansWallet.Api.Wallets.Batches;

/// <summary>Several operations in one call.</summary>
public sealed record BatchRequest
{
    /// <summary>
    /// 1 to 1,000; each as the call of its own name takes it, with <c>operation</c>,
    /// <c>user_id</c> and optionally <c>idempotency_key</c>.
    /// </summary>
    public JsonElement[]? Operations { get; init; }

    /// <summary><c>continue</c>: each for itself. <c>atomic</c>: all or none, of one wallet.</summary>
    public string? Mode { get; init; }
}
