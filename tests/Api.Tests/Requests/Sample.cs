namespace OrleansWallet.Api.Tests.Requests;

/// <summary>A valid call of a route. Names in braces stand for values of a <see cref="Scene"/>.
/// </summary>
/// <param name="By">Who may call it: a member of <see cref="Roles"/>.</param>
/// <param name="Body">JSON, or null for none.</param>
/// <param name="Query">The query string without its <c>?</c>.</param>
/// <param name="Method">Needed where the route takes any.</param>
/// <param name="MayFail">It needs more than one call can set up.</param>
/// <param name="EndsScene">It takes away what later calls need: a token, a wallet.</param>
public sealed record Sample(
    string By, string? Body = null, string Query = "", string? Method = null,
    bool MayFail = false, bool EndsScene = false)
{
    /// <summary>The names of all values that the call is made of.</summary>
    public string Text(ApiRoute route) => $"{route.Pattern} {Query} {Body}";
}
