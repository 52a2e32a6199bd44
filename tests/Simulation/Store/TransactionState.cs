namespace OrleansWallet.Simulation.Store;

internal enum TransactionState
{
    Open,
    Committed,
    Aborted,
}
