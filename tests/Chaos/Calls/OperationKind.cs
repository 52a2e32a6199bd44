namespace OrleansWallet.Chaos.Calls;

/// <summary>What a call asks for. The names in lower case are those of the paths.</summary>
public enum OperationKind
{
    Credit,
    Debit,
    Lock,
    Unlock,
    Release,
    Transfer,
}
