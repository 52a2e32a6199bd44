namespace OrleansWallet.Api.SignIn;

/// <summary>Who is known here, and how they want to see their wallet.</summary>
public interface IUserDirectory
{
    /// <summary>The user with this id, or null. Answers from memory where it can.</summary>
    ValueTask<UserProfile?> Find(string userId, CancellationToken cancellationToken);

    /// <summary>Changes what is not null.</summary>
    ValueTask Update(
        string userId, string? displayCurrency, string? network, string? data,
        CancellationToken cancellationToken);
}
