namespace OrleansWallet.Journal.Verification;

/// <summary>The names of the checks, in the order of the report.</summary>
public static class CheckNames
{
    /// <summary>Wallets and money under way make up what came in less what went out.</summary>
    public const string Books = "books balance";

    /// <summary>No balance is negative, every amount is positive.</summary>
    public const string Amounts = "nothing negative";

    /// <summary>What is locked is what remains of the holds.</summary>
    public const string Holds = "locked is held";

    /// <summary>Every history leads to its wallet's head, balances and holds.</summary>
    public const string History = "history replays";

    /// <summary>Every stored hash follows from its entry and the hash before.</summary>
    public const string Chain = "hash chain whole";

    /// <summary>Every entry belongs to one command, and every key to what it says.</summary>
    public const string Keys = "keys and entries agree";

    /// <summary>Every posting is accepted once, returned once, or still under way.</summary>
    public const string Postings = "postings end once";

    /// <summary>Every reversal undoes one entry, and each at most once.</summary>
    public const string Reversals = "reversals fit";

    /// <summary>
    /// Trades, orders, withdrawals, deposits and top-ups moved what their status says, once;
    /// offers have given what their trades took.
    /// </summary>
    public const string Processes = "processes and money agree";

    /// <summary>
    /// No process is between intention and answer for longer than an hour. A notice: its money is
    /// where the intention says, and a wallet may have its reasons.
    /// </summary>
    public const string Answers = "processes get answers";

    /// <summary>Every row belongs to a wallet.</summary>
    public const string Rows = "no stray rows";

    /// <summary>One generation, and the migrations of this build.</summary>
    public const string Schema = "schema is this build's";
}
