namespace OrleansWallet.Import.Rows;

/// <summary>What an old row says.</summary>
/// <param name="User">As the row has it; null when it names none.</param>
/// <param name="UserProblem">Why this is no user.</param>
/// <param name="Id">The raw text of <c>_id</c>; null when there is none.</param>
/// <param name="Parts">Its balances; none when it holds an empty list of them.</param>
internal sealed record RowReading(
    string? User, RowProblem? UserProblem, string? Id, IReadOnlyList<PartReading> Parts);
