using System.ComponentModel.DataAnnotations;

namespace OrleansWallet.Api.SignIn;

/// <summary>Settings of sign-in: section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>How long an access token lives. Default 60 minutes.</summary>
    [Range(1, 60 * 24)]
    public int AccessTokenMinutes { get; set; } = 60;

    /// <summary>How long a refresh token lives. Default 14 days.</summary>
    [Range(1, 365)]
    public int RefreshTokenDays { get; set; } = 14;

    /// <summary>Wrong passwords in a row that lock an account. Default 5.</summary>
    [Range(1, 1_000)]
    public int FailuresMax { get; set; } = 5;

    /// <summary>How long an account stays locked. Default 15 minutes.</summary>
    [Range(1, 60 * 24)]
    public int LockMinutes { get; set; } = 15;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 a password. Default 210,000.</summary>
    [Range(10_000, 10_000_000)]
    public int PasswordIterations { get; set; } = 210_000;
}
