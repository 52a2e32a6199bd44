namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Any command of a wallet; what a kind does not need stays empty.</summary>
[GenerateSerializer, Alias("wallet.command"), Immutable]
internal struct CommandSurrogate
{
    [Id(0)]
    public CommandTag Tag;

    [Id(1)]
    public ContextSurrogate Context;

    [Id(2)]
    public int Account;

    [Id(3)]
    public AmountSurrogate? Amount;

    /// <summary>The counterparty, or the wallet that a posting comes from.</summary>
    [Id(4)]
    public string? Other;

    /// <summary>The currency of a hold, where no amount is needed.</summary>
    [Id(5)]
    public string? Currency;

    [Id(6)]
    public string? Hold;

    [Id(7)]
    public DateTimeOffset? ExpiresAt;

    [Id(8)]
    public PostingSurrogate[]? Postings;

    [Id(9)]
    public LinkSurrogate? Source;

    [Id(10)]
    public int ToAccount;

    /// <summary>None or one.</summary>
    [Id(11)]
    public EntrySurrogate[]? Original;

    [Id(12)]
    public bool PostingsUnderWay;
}
