namespace OrleansWallet.Api.SignIn;

/// <summary>Names of the authorization policies that endpoints ask for.</summary>
public static class Policies
{
    /// <summary>Anybody with a valid token.</summary>
    public const string SignedIn = "signed-in";

    public const string Service = "service";
    public const string Admin = "admin";
    public const string ServiceOrAdmin = "service-or-admin";
}
