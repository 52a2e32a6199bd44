namespace OrleansWallet.Api.SignIn;

/// <summary>A user as the front remembers one.</summary>
/// <param name="Profile">How the user wants to see the wallet.</param>
/// <param name="Stamp">Tokens that carry another stamp are revoked.</param>
/// <param name="ChangedAt">Time of the database; rises with every change of the user.</param>
public sealed record KnownUser(UserProfile Profile, Guid Stamp, DateTimeOffset ChangedAt);
