namespace OrleansWallet.LoadTest.Http;

/// <summary>What a lane's attempts of one call have in common, besides the body.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below the grid's address.</param>
/// <param name="Key">The default for a GET.</param>
/// <param name="User">A user's <c>Authorization</c>; null for the service's.</param>
internal readonly record struct HttpLaneCall(
    string Method, string Path, LoadKey Key, string? User);
