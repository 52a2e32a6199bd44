using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace OrleansWallet.Api.SignIn;

/// <summary>Hashes and checks passwords. Thread-safe; each call takes tens of milliseconds.</summary>
public sealed class Passwords
{
    public const int LengthMin = 10;
    public const int LengthMax = 128;

    private readonly PasswordHasher<Passwords> _hasher;
    private readonly Lazy<string> _nobodysHash;

    public Passwords(IOptions<SignInOptions> options)
    {
        _hasher = new PasswordHasher<Passwords>(Options.Create(new PasswordHasherOptions
        {
            IterationCount = options.Value.PasswordIterations,
        }));
        _nobodysHash = new Lazy<string>(() => Hash("nobody has this password"));
    }

    public static bool IsValid(string? password) =>
        password is { Length: >= LengthMin and <= LengthMax };

    public string Hash(string password) => _hasher.HashPassword(this, password);

    /// <summary>
    /// Checks a password. With a null <paramref name="hash"/> it takes as long and fails, so that
    /// the time of an answer does not tell who is known.
    /// </summary>
    /// <param name="newHash">Set when the right password should be hashed anew.</param>
    public bool Verify(string? hash, string password, out string? newHash)
    {
        var result = _hasher.VerifyHashedPassword(this, hash ?? _nobodysHash.Value, password);
        var right = hash is not null && result != PasswordVerificationResult.Failed;
        newHash = right && result == PasswordVerificationResult.SuccessRehashNeeded
            ? Hash(password)
            : null;
        return right;
    }
}
