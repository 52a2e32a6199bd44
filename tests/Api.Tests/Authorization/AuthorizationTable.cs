using OrleansWallet.Api.Tests.Requests;

namespace OrleansWallet.Api.Tests.Authorization;

/// <summary>Reads <c>authorization.txt</c>: what each caller of each route is to expect.</summary>
internal static class AuthorizationTable
{
    public const string FileName = "authorization.txt";
    public const string Allowed = "ok";

    /// <summary>The call names nobody's data, so that there is no other's.</summary>
    public const string DoesNotApply = "-";

    private const int NameWidth = 67;

    /// <summary>Lines by route; the columns as <see cref="Roles.All"/>.</summary>
    public static IReadOnlyDictionary<string, string> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Authorization", FileName))
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToDictionary(NameOf, line => line, StringComparer.Ordinal);

    public static string Line(ApiRoute route, IEnumerable<string> classes) =>
        $"{route.Name.PadRight(NameWidth)}{string.Concat(classes.Select(c => c.PadRight(6)))}"
            .TrimEnd();

    private static string NameOf(string line) =>
        string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..2]);
}
