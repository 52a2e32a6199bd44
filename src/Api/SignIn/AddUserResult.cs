namespace OrleansWallet.Api.SignIn;

/// <summary>What became of adding a user.</summary>
public enum AddUserResult
{
    Added,
    EmailTaken,
    UserIdTaken,
}
