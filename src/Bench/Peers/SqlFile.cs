namespace OrleansWallet.Bench.Peers;

/// <summary>The files of <c>Sql/</c>, beside the program.</summary>
internal static class SqlFile
{
    public static string PathOf(string name) =>
        Path.Combine(AppContext.BaseDirectory, "Sql", name + ".sql");
}
