using OrleansWallet.Domain.Money;

namespace OrleansWallet.Chaos.Calls;

/// <summary>Thinks of the next thing to ask. One a caller; not thread-safe.</summary>
/// <param name="name">Unlike any other planner's: its keys and references begin with it.</param>
/// <param name="random">Decides everything.</param>
/// <param name="holds">Shared by all.</param>
public sealed class Planner(string name, Random random, Holds holds)
{
    private static readonly Currency _dollar = CurrencyRegistry.Default["USD"];
    private static readonly Currency _bitcoin = CurrencyRegistry.Default["BTC"];

    private int _count;

    public Operation Next()
    {
        var reference = $"{name}-{_count++}";
        return random.Next(100) switch
        {
            < 30 => Credit(reference),
            < 45 => Plain(OperationKind.Debit, reference, 12_000),
            < 60 => Lock(reference),
            < 67 => FromHold(OperationKind.Unlock, reference),
            < 74 => FromHold(OperationKind.Release, reference),
            < 80 => TransferFromHold(reference),
            _ => Transfer(reference),
        };
    }

    /// <summary>The same key for other input.</summary>
    public static Operation Other(Operation operation) => operation switch
    {
        { Minor: null } => operation with { Minor = 1 },
        { Legs: { Count: > 0 } legs } => operation with
        {
            Minor = operation.Minor + 1,
            Legs = [legs[0] with { Minor = legs[0].Minor + 1 }, .. legs.Skip(1)],
        },
        _ => operation with { Minor = operation.Minor + 1 },
    };

    private Operation Credit(string reference) => random.Next(10) switch
    {
        // Without a key: the grid derives it from the reference.
        < 3 => Plain(OperationKind.Credit, reference, 10_000) with { Key = null },
        < 4 => Plain(OperationKind.Credit, reference, 10_000) with { Wallet = Cast.Closed },
        _ => Plain(OperationKind.Credit, reference, 10_000),
    };

    private Operation Lock(string reference)
    {
        var operation = Plain(OperationKind.Lock, reference, 4_000);
        // A name that may be taken.
        return random.Next(10) == 0 && holds.Pick() is var (wallet, name, _)
            ? operation with { Wallet = wallet, Reference = name }
            : operation;
    }

    private Operation FromHold(OperationKind kind, string reference)
    {
        if (holds.Pick() is not var (wallet, name, currency))
        {
            return Plain(OperationKind.Lock, reference, 4_000);
        }

        return new Operation
        {
            Kind = kind,
            Key = $"k-{reference}",
            Wallet = wallet,
            Reference = name,
            Currency = currency,
            Minor = random.Next(2) == 0 ? null : Minor(1_000),
        };
    }

    private Operation Transfer(string reference)
    {
        var operation = Plain(OperationKind.Transfer, reference, 1);
        return WithLegs(operation, random.Next(3) == 0 ? 2 + random.Next(4) : 1, 3_000);
    }

    private Operation TransferFromHold(string reference)
    {
        if (holds.Pick() is not var (wallet, name, currency))
        {
            return Transfer(reference);
        }

        var operation = Plain(OperationKind.Transfer, reference, 1) with
        {
            Wallet = wallet,
            Currency = currency,
            Hold = name,
        };
        return WithLegs(operation, 1 + random.Next(3), 500);
    }

    private Operation WithLegs(Operation operation, int count, int minorMax)
    {
        var legs = new Leg[count];
        for (var i = 0; i < count; i++)
        {
            legs[i] = new Leg(
                Cast.PickDestination(random, operation.Wallet), Minor(minorMax));
        }

        return operation with { Legs = legs, Minor = legs.Sum(leg => leg.Minor) };
    }

    private Operation Plain(OperationKind kind, string reference, int minorMax) => new()
    {
        Kind = kind,
        Key = $"k-{reference}",
        Wallet = Cast.Pick(random),
        Reference = reference,
        Currency = random.Next(5) == 0 ? _bitcoin : _dollar,
        Minor = Minor(minorMax),
    };

    private long Minor(int max) => 1 + random.Next(max);
}
