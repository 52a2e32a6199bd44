using Microsoft.AspNetCore.Http;

namespace OrleansWallet.Api.Json;

/// <summary>A request body that was read, or the problem that it has.</summary>
/// <param name="Value">Set when <paramref name="Problem"/> is not.</param>
/// <param name="Problem">The answer to give instead.</param>
public readonly record struct Body<T>(T? Value, IResult? Problem)
    where T : class;
