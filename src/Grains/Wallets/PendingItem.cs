using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Grains.Wallets;

/// <summary>One command of a call, with its keys and the answer it will get.</summary>
internal sealed class PendingItem
{
    public PendingItem(WalletId wallet, WalletCommand command)
    {
        Command = command;
        Fingerprint = Domain.Wallets.Fingerprint.Of(wallet, command);
        Key = command.Context.Key.Hash();
        OnceKey = command is WalletCommand.Reverse reverse
            ? CommandKey.OfReversal(wallet, reverse.Source.Seq).Hash()
            : Key;
    }

    public WalletCommand Command { get; }

    public UInt128 Fingerprint { get; }

    public UInt128 Key { get; }

    /// <summary>
    /// A second key of commands that take effect once whatever their own key is; else the same.
    /// </summary>
    public UInt128 OnceKey { get; }

    /// <summary>Set when decided; told to the caller once the decision is durable.</summary>
    public WalletAnswer? Answer { get; set; }

    public bool HasOnceKey => OnceKey != Key;

    public bool SharesKey(PendingItem other) =>
        Key == other.Key || Key == other.OnceKey
        || OnceKey == other.Key || OnceKey == other.OnceKey;
}
