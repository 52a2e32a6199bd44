namespace OrleansWallet.Domain.Wallets;

/// <summary>
/// Why a wallet refuses a command. Ordered by precedence: when several apply, the first is told.
/// The numbers are journaled and never change their meaning.
/// </summary>
public enum RefusalCode
{
    /// <summary>The key took effect before, with other input.</summary>
    KeyReusedWithOtherInput = 1,

    /// <summary>An amount is zero, negative or beyond <see cref="Money.Amount.MinorMax"/>.</summary>
    InvalidAmount = 10,

    /// <summary>A transfer names its own source, or a move its own account.</summary>
    SameWallet = 11,

    /// <summary>Part of a hold was to be unlocked or released without an explicit key.</summary>
    ExplicitKeyRequired = 12,

    WalletClosed = 20,
    WalletFrozen = 21,
    WalletNotFrozen = 22,

    TransactionNotFound = 30,
    TransactionNotReversible = 31,

    HoldNotFound = 40,
    HoldExists = 41,
    HoldExpired = 42,
    HoldNotExpired = 43,

    /// <summary>The hold has less left than was asked for.</summary>
    HoldInsufficient = 44,

    InsufficientBalance = 50,

    /// <summary>The balance would pass <see cref="Money.Amount.BalanceMax"/>.</summary>
    BalanceOverflow = 51,

    /// <summary>The wallet holds money and can't be closed.</summary>
    BalanceNotZero = 60,

    /// <summary>Money sent from the wallet has not arrived yet, so it can't be closed.</summary>
    PostingsUnderWay = 61,
}
