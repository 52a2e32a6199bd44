namespace OrleansWallet.Domain.Processes;

/// <summary>A provider's answer to an <see cref="OutsideCall"/>.</summary>
public abstract record OutsideAnswer;
