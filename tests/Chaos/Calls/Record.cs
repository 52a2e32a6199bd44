using OrleansWallet.Chaos.Grid;

namespace OrleansWallet.Chaos.Calls;

/// <summary>An operation and every answer that its caller got. Thread-safe.</summary>
public sealed class Record(Operation operation)
{
    private readonly Lock _gate = new();
    private int _attempts;
    private int _firstAnswers;
    private bool _doubtful;

    public Operation Operation => operation;

    /// <summary>Sent byte for byte the same each time.</summary>
    public byte[] Body { get; } = operation.ToBody();

    /// <summary>Another operation with the same key, asked at the same time: one wins.</summary>
    public Record? Rival { get; private set; }

    /// <summary>What was acknowledged first.</summary>
    public Receipt? Receipt { get; private set; }

    /// <summary>The code of the refusal that was told first.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The rival had the key.</summary>
    public bool IsMismatch { get; private set; }

    /// <summary>Given up after nothing but "not accepted": it must never take effect.</summary>
    public bool IsAbandoned { get; private set; }

    public bool IsSettled => Receipt is not null || Refusal is not null || IsMismatch;

    /// <summary>Two that are asked at the same time with one key, before either is asked.</summary>
    public static void MakeRivals(Record one, Record other)
    {
        (one.Rival, other.Rival) = (other, one);
        one._doubtful = other._doubtful = true;
    }

    /// <summary>Begins an attempt.</summary>
    /// <returns>What may be said of its answer.</returns>
    public Attempt Begin()
    {
        lock (_gate)
        {
            return new Attempt(_attempts++ == 0, IsSettled);
        }
    }

    /// <summary>Gives up an operation of which surely nothing was done.</summary>
    public bool TryAbandon()
    {
        lock (_gate)
        {
            // A key that is sent twice at once, or that may have been taken, is asked to the end.
            IsAbandoned = !IsSettled && !_doubtful && operation.Key is not null;
            return IsAbandoned;
        }
    }

    /// <summary>From now on more than one attempt may be under way.</summary>
    public void MarkDoubtful()
    {
        lock (_gate)
        {
            _doubtful = true;
        }
    }

    /// <returns>What is wrong with the answer; null when it fits all that came before.</returns>
    public string? Observe(Attempt attempt, Answer answer)
    {
        lock (_gate)
        {
            _doubtful |= answer.IsDoubtful;
            var wrong = answer.Outcome switch
            {
                Outcome.Acknowledged => ObserveReceipt(answer.Receipt!),
                Outcome.Refused => ObserveRefusal(answer.Code!),
                Outcome.Mismatch => ObserveMismatch(),
                Outcome.Wrong => answer.Code,
                _ => null,
            };
            return wrong ?? (answer.IsSettled ? ObserveReplay(attempt, answer) : null);
        }
    }

    private string? ObserveReceipt(Receipt receipt)
    {
        if (Refusal is not null || IsMismatch)
        {
            return $"refused before ({Refusal ?? "mismatch"}), now acknowledged as {receipt}";
        }

        if (Receipt is { } first && !first.SameAs(receipt))
        {
            return $"two answers to one key: {first}, then {receipt}";
        }

        // Where the money is may be learned later.
        Receipt = receipt;
        return Fits(receipt) ? null : $"the receipt is of something else: {receipt}";
    }

    private string? ObserveRefusal(string code)
    {
        if (Receipt is not null || IsMismatch || (Refusal is not null && Refusal != code))
        {
            return $"refused as {code} after {Receipt?.ToString() ?? Refusal ?? "mismatch"}";
        }

        Refusal = code;
        return null;
    }

    private string? ObserveMismatch()
    {
        IsMismatch = Rival is not null && Receipt is null && Refusal is null;
        return IsMismatch ? null : "the grid says that its key came with other input before";
    }

    private string? ObserveReplay(Attempt attempt, Answer answer)
    {
        if (answer.Outcome == Outcome.Mismatch)
        {
            return null;
        }

        if (answer.IsReplayed)
        {
            return attempt.IsFirst && !_doubtful ? "the first answer calls itself a replay" : null;
        }

        _firstAnswers++;
        return attempt.IsAfterSettled || _firstAnswers > 1
            ? "a repeated answer does not call itself a replay"
            : null;
    }

    private bool Fits(Receipt receipt) =>
        receipt.UserId == operation.Wallet
        && receipt.ReferenceId == operation.Reference
        && receipt.Currency == operation.Currency.Code
        && receipt.Direction == operation.Direction
        && receipt.TransactionType == operation.Type
        && (operation.Minor is not { } minor
            || receipt.Amount == Domain.Money.Amount.Format(minor, operation.Currency));
}
