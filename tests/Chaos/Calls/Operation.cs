using System.Text.Json;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Chaos.Calls;

/// <summary>What a caller asks for, over and over in the same words.</summary>
public sealed record Operation
{
    public required OperationKind Kind { get; init; }

    /// <summary>Null sends none, so that the grid derives it.</summary>
    public string? Key { get; init; }

    public required string Wallet { get; init; }

    /// <summary>The hold's name in a lock, unlock or release; else used once only.</summary>
    public required string Reference { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>In minor units; null takes a whole hold. Of a transfer, the sum of its legs.</summary>
    public long? Minor { get; init; }

    /// <summary>The hold that a transfer takes from.</summary>
    public string? Hold { get; init; }

    /// <summary>Of a transfer, else empty.</summary>
    public IReadOnlyList<Leg> Legs { get; init; } = [];

    public string Path => Kind == OperationKind.Transfer
        ? "api/wallets/transfer"
        : $"api/wallets/{Wallet}/{Name}";

    /// <summary>How an entry or a receipt of it names its direction.</summary>
    public string Direction => (Kind, Hold) switch
    {
        (OperationKind.Transfer, null) => "debit",
        (OperationKind.Transfer, _) => "release",
        _ => Name,
    };

    /// <summary>The same type for every call: keys then differ by the reference.</summary>
    public string Type => $"chaos_{Name}";

#pragma warning disable CA1308 // Names on the wire are lower case.
    private string Name => Kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    public byte[] ToBody()
    {
        var body = new Dictionary<string, object>
        {
            ["currency"] = Currency.Code,
            ["reference_id"] = Reference,
            [TypeField] = Type,
        };
        if (Kind == OperationKind.Transfer)
        {
            AddTransfer(body);
        }
        else if (Minor is { } minor)
        {
            body["amount"] = Text(minor);
        }

        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    public override string ToString() =>
        $"{Name} {(Minor is { } minor ? Text(minor) : "all")} {Currency.Code} of {Wallet}, "
        + $"reference {Reference}, key {Key ?? "derived"}";

    private string TypeField => Kind switch
    {
        OperationKind.Credit or OperationKind.Debit => "transaction_type",
        _ => $"{Name}_type",
    };

    private void AddTransfer(Dictionary<string, object> body)
    {
        body["from_user"] = Wallet;
        if (Hold is not null)
        {
            body["hold"] = Hold;
        }

        if (Legs is [var only] && Hold is null)
        {
            body["to_user"] = only.To;
            body["amount"] = Text(only.Minor);
        }
        else
        {
            body["postings"] = Legs
                .Select(leg => new { to_user = leg.To, amount = Text(leg.Minor) }).ToArray();
        }
    }

    private string Text(long minor) => Amount.Format(minor, Currency);
}
