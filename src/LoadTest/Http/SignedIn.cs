namespace OrleansWallet.LoadTest.Http;

/// <summary>What is needed of the answer to a sign-in.</summary>
internal sealed record SignedIn(string? AccessToken);
