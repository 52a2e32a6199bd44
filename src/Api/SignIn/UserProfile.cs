namespace OrleansWallet.Api.SignIn;

/// <summary>A registered user's profile.</summary>
/// <param name="UserId">Also the wallet's id.</param>
/// <param name="DisplayCurrency">The currency of <c>balance</c>; USD by default.</param>
/// <param name="Network">Free text of the client, or null.</param>
/// <param name="Data">A JSON object of the client, or null.</param>
/// <param name="CreatedAt">When the user registered.</param>
public sealed record UserProfile(
    string UserId, string DisplayCurrency, string? Network, string? Data,
    DateTimeOffset CreatedAt);
