using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;
using OrleansWallet.Testing;

namespace OrleansWallet.Journal.Tests.Commits;

/// <summary>Groups as their lines make them, without a writer.</summary>
internal static class Groups
{
    /// <param name="hand">Whose wallet it is; goes on to the state after them.</param>
    /// <param name="commands">Each a unit.</param>
    /// <param name="grown">Is told behind each unit.</param>
    public static CommitGroup Of(
        WalletHand hand, IEnumerable<WalletCommand> commands, Action<CommitGroup>? grown = null)
    {
        var group = new CommitGroup((WalletLine)hand.Line);
        foreach (var command in commands)
        {
            group.Add(hand.Advance(command));
            grown?.Invoke(group);
        }

        return group;
    }

    /// <summary>Of a wallet that no database has.</summary>
    public static CommitGroup OfNobody(int size, Action<CommitGroup>? grown = null)
    {
        var head = new WalletHead(1, true, 0, Guid.NewGuid());
        var line = new WalletLine(
            null!, null!, head, WalletState.New(Commands.NewWallet()), 0, Guid.NewGuid());
        return Of(new WalletHand(line), Credits(size), grown);
    }

    public static WalletCommand[] Credits(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Commands.Credit(Commands.Usd(i + 1)))];
}
