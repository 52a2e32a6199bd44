using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>A committed version of a process.</summary>
/// <param name="Id">Without its kind.</param>
/// <param name="Before">The status before; empty for the first version.</param>
/// <param name="Status">The status now.</param>
/// <param name="Was">The version before; null for the first.</param>
/// <param name="State">As it was committed.</param>
/// <param name="Cause">The action that was taken; null when an answer or a deadline moved it.</param>
internal sealed record ProcessChange(
    string Id, string Before, string Status, ProcessState? Was, ProcessState State,
    ProcessAction? Cause)
{
    /// <summary>By the simulation's clock.</summary>
    public required DateTimeOffset CommittedAt { get; init; }

    public bool IsMove => Before != Status;

    /// <summary>True when an admin who is not this user caused it.</summary>
    public bool IsByOtherAdmin(string user) =>
        Cause?.By is { Role: ActorRole.Admin } by && by.Id != user;

    public bool IsByUser(string user) => Cause?.By is { Role: ActorRole.User } by && by.Id == user;
}
