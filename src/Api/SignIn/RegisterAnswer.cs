using System.Text.Json.Serialization;

namespace OrleansWallet.Api.SignIn;

/// <summary>A new user.</summary>
/// <param name="UserId">Also the wallet's id.</param>
public sealed record RegisterAnswer([property: JsonPropertyName("user_id")] string UserId);
