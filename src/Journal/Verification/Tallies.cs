namespace OrleansWallet.Journal.Verification;

/// <summary>The tallies of all checks of one run.</summary>
internal sealed class Tallies
{
    public Tally Books { get; } = new(CheckNames.Books, "currencies");

    public Tally Amounts { get; } = new(CheckNames.Amounts, "entries and balances");

    public Tally Holds { get; } = new(CheckNames.Holds, "balances and holds");

    public Tally History { get; } = new(CheckNames.History, "wallets");

    public Tally Chain { get; } = new(CheckNames.Chain, "entries");

    public Tally Keys { get; } = new(CheckNames.Keys, "keys");

    public Tally Postings { get; } = new(CheckNames.Postings, "postings");

    public Tally Reversals { get; } = new(CheckNames.Reversals, "reversals");

    public Tally Processes { get; } = new(CheckNames.Processes, "processes");

    public Tally Answers { get; } = new(CheckNames.Answers, "processes", isNotice: true);

    public Tally Rows { get; } = new(CheckNames.Rows, "wallets");

    public Tally Schema { get; } = new(CheckNames.Schema, "migrations");

    public IReadOnlyList<VerificationCheck> ToChecks() =>
    [
        .. new[]
        {
            Books, Amounts, Holds, History, Chain, Keys, Postings, Reversals, Processes, Answers,
            Rows, Schema,
        }.Select(t => t.ToCheck()),
    ];
}
