namespace OrleansWallet.Domain.Processes;

/// <summary>Who acts.</summary>
/// <param name="Id">The user's id, or the name of the process or provider.</param>
/// <param name="Role">In what capacity.</param>
public sealed record Actor(string Id, ActorRole Role)
{
    /// <summary>The grid itself: deadlines and the answers of wallets.</summary>
    public static readonly Actor Grid = new("grid", ActorRole.System);
}
