namespace OrleansWallet.Domain.Trades;

/// <summary>What a party brought to a dispute.</summary>
public sealed record TradeEvidence(DateTimeOffset At, string By, string Text);
