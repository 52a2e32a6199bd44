namespace OrleansWallet.Journal.Processes;

/// <summary>A process in a list.</summary>
/// <param name="No">Its number: rises with every process that is made.</param>
/// <param name="Row">The process.</param>
public sealed record ListedProcess(long No, ProcessRow Row);
