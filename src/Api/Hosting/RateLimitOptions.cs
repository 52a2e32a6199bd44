using System.ComponentModel.DataAnnotations;

namespace OrleansWallet.Api.Hosting;

/// <summary>Requests that one caller may send: section <c>RateLimit</c>.</summary>
/// <remarks>Each front counts for itself. Callers with the role service are not limited.</remarks>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimit";

    /// <summary>Requests a second of one user, or of one address nobody signed in from.
    /// Default 200.</summary>
    [Range(1, 1_000_000)]
    public int PerSecond { get; set; } = 200;

    /// <summary>Requests at once on top. Default 400.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 400;

    /// <summary>Calls of <c>/auth</c> a second from one address. Default 10.</summary>
    [Range(1, 1_000_000)]
    public int SignInPerSecond { get; set; } = 10;

    /// <summary>Calls of <c>/auth</c> at once on top. Default 50.</summary>
    [Range(1, 1_000_000)]
    public int SignInBurst { get; set; } = 50;
}
