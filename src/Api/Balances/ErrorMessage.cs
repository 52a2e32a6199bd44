namespace OrleansWallet.Api.Balances;

/// <summary>Something that a client asked for, or waits for, did not work.</summary>
/// <param name="Code">Stable, as in problems.</param>
/// <param name="Message">For people.</param>
public sealed record ErrorMessage(string Code, string Message);
