namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Which command it is. The numbers are on the wire and never change their meaning.</summary>
[GenerateSerializer, Alias("wallet.command_tag")]
internal enum CommandTag : byte
{
    None = 0,
    Credit = 1,
    Debit = 2,
    Lock = 3,
    Unlock = 4,
    Release = 5,
    Transfer = 6,
    Accept = 7,
    Return = 8,
    Move = 9,
    Expire = 10,
    Reverse = 11,
    Freeze = 12,
    Unfreeze = 13,
    Close = 14,
}
