namespace OrleansWallet.Journal.Processes;

/// <summary>What a party of a trade wrote.</summary>
/// <param name="No">Rises with every message.</param>
/// <param name="TradeId">The trade's id.</param>
/// <param name="Sender">The user's id.</param>
/// <param name="Text">As it was written.</param>
/// <param name="At">When it was stored.</param>
public sealed record TradeMessage(
    long No, string TradeId, string Sender, string Text, DateTimeOffset At);
