using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Contracts.Wallets;

/// <summary>What became of a command. Closed: the nested records are all.</summary>
public abstract record WalletAnswer
{
    private WalletAnswer()
    {
    }

    /// <summary>It took effect and is durable.</summary>
    /// <param name="Receipt">What it did.</param>
    /// <param name="Replayed">True when an earlier call with this key did it.</param>
    public sealed record Done(Receipt Receipt, bool Replayed = false) : WalletAnswer;

    /// <summary>It was refused; nothing changed. Durable under an explicit key.</summary>
    /// <param name="Refusal">Why.</param>
    /// <param name="Replayed">True when an earlier call with this key was refused so.</param>
    public sealed record Refused(Refusal Refusal, bool Replayed = false) : WalletAnswer;

    /// <summary>Nothing was done: the journal was away or its queue full. Ask again later.</summary>
    public sealed record NotAccepted : WalletAnswer
    {
        public static readonly NotAccepted Instance = new();
    }

    /// <summary>It may or may not have happened. Ask again with the same key.</summary>
    public sealed record OutcomeUnknown : WalletAnswer
    {
        public static readonly OutcomeUnknown Instance = new();
    }
}
