using System.Globalization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Workload;

/// <summary>
/// Makes commands as a busy grid sees them: a few very hot wallets, keys of all origins with the
/// same texts, holds that several go for, and what was asked before asked again.
/// </summary>
internal sealed class CommandMaker(SimRandom random, Func<DateTimeOffset> now)
{
    private const int WalletCount = 12;
    private const int RememberedMax = 64;

    private static readonly TransactionType _type = new("sim");
    private static readonly Currency[] _currencies =
    [
        CurrencyRegistry.Default["USD"], CurrencyRegistry.Default["BTC"],
    ];

    private readonly List<MadeCommand> _made = [];
    private readonly List<(WalletId Wallet, ReferenceId Hold, Currency Currency)> _holds = [];
    private int _number;

    /// <summary>A wallet; some are far hotter than others.</summary>
    public WalletId Wallet()
    {
        if (random.Below(25) == 0)
        {
            return WalletId.PlatformLiquidity;
        }

        var cold = random.Below(10) < 3;
        var index = cold ? random.Below(WalletCount) : random.Below(2);
        return new WalletId($"w{index}");
    }

    public MadeCommand Next()
    {
        if (_made.Count > 0 && random.Below(12) == 0)
        {
            return random.Pick(_made);
        }

        if (_made.Count > 0 && random.Below(40) == 0)
        {
            return OtherBody(random.Pick(_made));
        }

        var made = Make();
        if (_made.Count < RememberedMax)
        {
            _made.Add(made);
        }
        else
        {
            _made[random.Below(RememberedMax)] = made;
        }

        return made;
    }

    /// <summary>One that may be closed; a wallet stays so, hence not the hot ones.</summary>
    public WalletId ColdWallet() => new($"w{WalletCount - 1 - random.Below(3)}");

    public MadeCommand Close(WalletId wallet) =>
        new(wallet, new WalletCommand.Close(Context(wallet, "close"), false));

    public MadeCommand Unfreeze(WalletId wallet) =>
        new(wallet, new WalletCommand.Unfreeze(Context(wallet, "unfreeze")));

    /// <summary>All that is available of a balance, to a hot wallet.</summary>
    public MadeCommand SendAll(WalletId wallet, Balance balance) => new(
        wallet, new WalletCommand.Transfer(
            Context(wallet, "transfer"), balance.Account, null,
            [new Posting(new WalletId("w0"), new Amount(balance.Available, balance.Currency))]));

    /// <summary>True once the full wallet is known to be so.</summary>
    public bool IsFull { get; set; }

    /// <summary>All BTC that the full wallet can have; the same commands each time.</summary>
    public static IReadOnlyList<WalletCommand> Fill()
    {
        var currency = _currencies[1];
        var commands = new List<WalletCommand>();
        for (var left = Amount.BalanceMax; left > 0; left -= Amount.MinorMax)
        {
            var key = CommandKey.FromService(
                "fill", string.Create(CultureInfo.InvariantCulture, $"{commands.Count}"));
            commands.Add(new WalletCommand.Credit(
                new CommandContext(key, _type, Reference("fill", commands.Count)), AccountKind.Spot,
                new Amount(Int128.Min(left, Amount.MinorMax), currency), Counterparty.WorldUnknown));
        }

        return commands;
    }

    /// <summary>The same key for something else.</summary>
    public MadeCommand OtherBody(MadeCommand made)
    {
        if (made.Command is WalletCommand.Credit credit && random.Below(2) == 0)
        {
            var more = new Amount(credit.Amount.Minor + 1, credit.Amount.Currency);
            return made with { Command = credit with { Amount = more } };
        }

        var context = made.Command.Context with { Reference = Reference("other", ++_number) };
        var wallet = random.Below(3) == 0 ? Wallet() : made.Wallet;
        return new MadeCommand(wallet, new WalletCommand.Credit(
            context, AccountKind.Spot, Sum(_currencies[0]), Counterparty.WorldUnknown));
    }

    private MadeCommand Fund(WalletId wallet, int sum, Currency? currency = null) => new(
        wallet, new WalletCommand.Credit(
            Context(wallet, "credit"), AccountKind.Spot,
            new Amount(sum, currency ?? random.Pick(_currencies)), Counterparty.WorldUnknown));

    private MadeCommand Make()
    {
        if (random.Below(60) == 0)
        {
            return Fund(WalletId.PlatformLiquidity, 300);
        }

        if (random.Below(120) == 0)
        {
            return Fund(OrderMaker.Full, 300, _currencies[0]);
        }

        var wallet = Wallet();
        var currency = random.Below(4) == 0 ? _currencies[1] : _currencies[0];
        var account = random.Below(8) == 0 ? AccountKind.Savings : AccountKind.Spot;
        var roll = random.Below(100);
        return roll switch
        {
            < 24 => new(wallet, new WalletCommand.Credit(
                Context(wallet, "credit"), account, new Amount(1 + random.Below(120), currency),
                Counterparty.WorldUnknown)),
            < 42 => new(wallet, new WalletCommand.Debit(
                Context(wallet, "debit"), account, Sum(currency), Counterparty.WorldUnknown)),
            < 54 => Lock(wallet, account, currency),
            < 62 => OnHold((w, hold, c) => new WalletCommand.Unlock(
                Context(w, "unlock", hold), c, Part(c))),
            < 71 => OnHold((w, hold, c) => new WalletCommand.Release(
                Context(w, "release", hold), c, Part(c), Counterparty.WorldUnknown)),
            < 84 => new(wallet, new WalletCommand.Transfer(
                Context(wallet, "transfer"), account, null, Postings(wallet, currency))),
            < 90 => OnHold((w, hold, c) => new WalletCommand.Transfer(
                Context(w, "transfer"), AccountKind.Spot, hold, Postings(w, c))),
            < 94 => new(wallet, new WalletCommand.Move(
                Context(wallet, "move"), Sum(currency), account,
                account == AccountKind.Spot ? AccountKind.Savings : AccountKind.Spot)),
            < 96 => new(wallet, new WalletCommand.Freeze(Context(wallet, "freeze"))),
            < 99 => Unfreeze(wallet),
            _ => Close(ColdWallet()),
        };
    }

    private MadeCommand Lock(WalletId wallet, AccountKind account, Currency currency)
    {
        // A name may be used again.
        ReferenceId? name = _holds.Count > 0 && random.Below(6) == 0
            ? random.Pick(_holds).Hold
            : null;
        var context = Context(wallet, "lock", name);
        DateTimeOffset? expiry = random.Below(3) == 0 ? now() + random.Between(5, 8000) : null;
        _holds.Add((wallet, context.Reference, currency));
        if (_holds.Count > RememberedMax)
        {
            _holds.RemoveAt(random.Below(_holds.Count));
        }

        return new(wallet, new WalletCommand.Lock(context, account, Sum(currency), expiry));
    }

    private MadeCommand OnHold(Func<WalletId, ReferenceId, Currency, WalletCommand> make)
    {
        if (_holds.Count == 0)
        {
            return Lock(Wallet(), AccountKind.Spot, _currencies[0]);
        }

        var (wallet, hold, currency) = random.Pick(_holds);
        return new(wallet, make(wallet, hold, currency));
    }

    private List<Posting> Postings(WalletId from, Currency currency)
    {
        var postings = new List<Posting>();
        var count = random.Below(4) == 0 ? 1 + random.Below(3) : 1;
        while (postings.Count < count)
        {
            var to = Wallet();
            if (to != from || random.Below(50) == 0)
            {
                postings.Add(new Posting(to, new Amount(1 + random.Below(20), currency)));
            }
        }

        return postings;
    }

    private Amount Sum(Currency currency) => new(1 + random.Below(60), currency);

    private Amount? Part(Currency currency) => random.Below(2) == 0
        ? null
        : new Amount(1 + random.Below(20), currency);

    private CommandContext Context(WalletId wallet, string operation, ReferenceId? hold = null)
    {
        var number = ++_number;
        var reference = hold ?? Reference("r", number);
        // The same texts in every key space: they must never meet.
        var text = string.Create(CultureInfo.InvariantCulture, $"k{number % 97}-{number / 388}");
        var key = (number % 4, random.Below(5)) switch
        {
            (_, 0) => CommandKey.Derived(wallet, operation, _type, reference),
            (0, _) => CommandKey.FromUser("a", text),
            (1, _) => CommandKey.FromProcess("a", text),
            (2, _) => CommandKey.FromService("a", text),
            _ => CommandKey.FromUser("b", text),
        };
        return new CommandContext(key, _type, reference);
    }

    private static ReferenceId Reference(string prefix, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}"));
}
