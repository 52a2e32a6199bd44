namespace OrleansWallet.Api.SignIn;

/// <summary>What became of a sign-in: a closed family.</summary>
public abstract class LoginResult
{
    private LoginResult()
    {
    }

    /// <summary>The password was right.</summary>
    public sealed class SignedIn(Credentials user) : LoginResult
    {
        public Credentials User { get; } = user;
    }

    /// <summary>An unknown address or a wrong password; which of them is not told.</summary>
    public sealed class Wrong : LoginResult
    {
        public static readonly Wrong Instance = new();
    }

    /// <summary>Too many wrong passwords; this one was not looked at.</summary>
    public sealed class Locked(TimeSpan wait) : LoginResult
    {
        public TimeSpan Wait { get; } = wait;
    }
}
