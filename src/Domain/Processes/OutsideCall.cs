namespace OrleansWallet.Domain.Processes;

/// <summary>A call to a provider, as a process asks for it; each provider has its own.</summary>
public abstract record OutsideCall;
