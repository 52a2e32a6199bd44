namespace OrleansWallet.Api.Tests.Requests;

/// <summary>Who calls.</summary>
public static class Roles
{
    public const string Anonymous = "anonymous";

    /// <summary>The user whose data the call names.</summary>
    public const string Self = "self";

    /// <summary>Another user.</summary>
    public const string Other = "other";

    public const string Admin = "admin";
    public const string Service = "service";

    /// <summary>In the order of the columns of the authorization table.</summary>
    public static readonly IReadOnlyList<string> All = [Anonymous, Self, Other, Admin, Service];
}
