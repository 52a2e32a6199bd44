namespace OrleansWallet.Simulation.Teeth;

/// <summary>One change of one file.</summary>
/// <param name="File">Relative to the repository.</param>
/// <param name="Old">Occurs there exactly once.</param>
/// <param name="New">What stands there in the mutated copy.</param>
internal sealed record MutationEdit(string File, string Old, string New);
