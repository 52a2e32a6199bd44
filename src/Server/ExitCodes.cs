namespace OrleansWallet.Server;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It ran and the answer is no: verify found something, a user exists.</summary>
    public const int Refused = 1;

    /// <summary>A setting or an option is missing or wrong, or the database is away.</summary>
    public const int Unusable = 2;
}
