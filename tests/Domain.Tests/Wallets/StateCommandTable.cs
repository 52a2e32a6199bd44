using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using static OrleansWallet.Domain.Wallets.EntryKind;

namespace OrleansWallet.Domain.Tests.Wallets;

/// <summary>What each command does in each state: the wallet's rules as one table.</summary>
internal static class StateCommandTable
{
    public const string Outcomes =
        """
        command        new      funded  held    expired frozen  frozenHeld frozenNew closed full
        Credit         ok       ok      ok      ok      ok      ok         ok        closed overflow
        Debit          short    ok      ok      ok      frozen  frozen     frozen    closed ok
        LockOther      short    ok      ok      ok      frozen  frozen     frozen    closed ok
        LockSame       short    ok      exists  exists  frozen  frozen     frozen    closed ok
        Unlock         noHold   noHold  ok      ok      noHold  ok         noHold    closed noHold
        UnlockPart     noHold   noHold  ok      ok      noHold  ok         noHold    closed noHold
        Release        noHold   noHold  ok      late    frozen  frozen     frozen    closed noHold
        ReleasePart    noHold   noHold  ok      late    frozen  frozen     frozen    closed noHold
        Transfer       short    ok      ok      ok      frozen  frozen     frozen    closed ok
        TransferHold   noHold   noHold  ok      late    frozen  frozen     frozen    closed noHold
        Accept         ok       ok      ok      ok      ok      ok         ok        closed overflow
        Return         ok       ok      ok      ok      ok      ok         ok        ok     ok
        ReturnToHold   ok       ok      ok      ok      ok      ok         ok        ok     ok
        Move           short    ok      ok      ok      frozen  frozen     frozen    closed ok
        Expire         noHold   noHold  early   ok      noHold  early      noHold    closed noHold
        ReverseCredit  short    ok      ok      ok      ok      ok         short     closed ok
        ReverseDebit   ok       ok      ok      ok      ok      ok         ok        closed overflow
        ReverseRelease ok       ok      ok      ok      ok      ok         ok        closed overflow
        ReverseLock    final    final   final   final   final   final      final     closed final
        Freeze         ok       ok      ok      ok      frozen  frozen     frozen    closed ok
        Unfreeze       active   active  active  active  ok      ok         ok        closed active
        Close          ok       notZero notZero notZero notZero notZero    ok        closed notZero
        CloseUnderWay  underWay notZero notZero notZero notZero notZero    underWay  closed notZero
        """;

    public static readonly IReadOnlyDictionary<string, RefusalCode> Refusals =
        new Dictionary<string, RefusalCode>
        {
            ["closed"] = RefusalCode.WalletClosed,
            ["frozen"] = RefusalCode.WalletFrozen,
            ["active"] = RefusalCode.WalletNotFrozen,
            ["final"] = RefusalCode.TransactionNotReversible,
            ["noHold"] = RefusalCode.HoldNotFound,
            ["exists"] = RefusalCode.HoldExists,
            ["late"] = RefusalCode.HoldExpired,
            ["early"] = RefusalCode.HoldNotExpired,
            ["short"] = RefusalCode.InsufficientBalance,
            ["overflow"] = RefusalCode.BalanceOverflow,
            ["notZero"] = RefusalCode.BalanceNotZero,
            ["underWay"] = RefusalCode.PostingsUnderWay,
        };

    /// <summary>Each command, and the entries that it makes when it is accepted.</summary>
    public static readonly IReadOnlyDictionary<string, (WalletCommand Command, EntryKind[] Kinds)>
        Commands = new Dictionary<string, (WalletCommand, EntryKind[])>
        {
            ["Credit"] = (Make.Credit(Make.Usd(10)), [Credited]),
            ["Debit"] = (Make.Debit(Make.Usd(10)), [Debited]),
            ["LockOther"] = (Make.Lock(Make.Usd(10), "hold-2"), [Locked]),
            ["LockSame"] = (Make.Lock(Make.Usd(10)), [Locked]),
            ["Unlock"] = (Make.Unlock(), [Unlocked]),
            ["UnlockPart"] = (Make.Unlock(Make.Usd(10)), [Unlocked]),
            ["Release"] = (Make.Release(), [Released]),
            ["ReleasePart"] = (Make.Release(Make.Usd(10)), [Released]),
            ["Transfer"] = (Make.Send(Postings(10, 20)), [Sent, Sent]),
            ["TransferHold"] =
                (Make.SendFromHold(Postings(10, 20)), [SentFromHold, SentFromHold]),
            ["Accept"] = (Make.Accept(Make.Usd(10)), [Accepted]),
            ["Return"] = (Make.Return(Make.Usd(10)), [Returned]),
            ["ReturnToHold"] = (Make.Return(Make.Usd(10), Make.HoldName), [ReturnedToHold]),
            ["Move"] = (Make.Move(Make.Usd(10)), [MovedOut, MovedIn]),
            ["Expire"] = (Make.Expire(), [Expired]),
            ["ReverseCredit"] = (Make.Reverse(First(Make.Credit(Make.Usd(10)))), [ReversedIn]),
            ["ReverseDebit"] = (Make.Reverse(Last(Make.Debit(Make.Usd(10)))), [ReversedOut]),
            ["ReverseRelease"] = (
                Make.Reverse(Last(Make.Lock(Make.Usd(10)), Make.Release())), [ReversedOut]),
            ["ReverseLock"] = (Make.Reverse(Last(Make.Lock(Make.Usd(10)))), []),
            ["Freeze"] = (Make.Freeze(), [Frozen]),
            ["Unfreeze"] = (Make.Unfreeze(), [Unfrozen]),
            ["Close"] = (Make.Close(), [Closed]),
            ["CloseUnderWay"] = (Make.Close(postingsUnderWay: true), [Closed]),
        };

    public static WalletScenario State(string name) => name switch
    {
        "new" => WalletScenario.Given(),
        "funded" => Funded(),
        "held" => Held(),
        "expired" => Held().Later(TimeSpan.FromMinutes(1)),
        "frozen" => Funded().And(Make.Freeze()),
        "frozenHeld" => Held().And(Make.Freeze()),
        "frozenNew" => WalletScenario.Given(Make.Freeze()),
        "closed" => Funded().And(Make.Debit(Make.Usd(100)), Make.Close()),
        "full" => WalletScenario.Given(ToTheBrim()),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such state"),
    };

    /// <summary>Credits that bring a balance of dollars to its limit.</summary>
    public static WalletCommand[] ToTheBrim() =>
    [
        .. Enumerable.Repeat(Make.Credit(Make.Usd(Amount.MinorMax)), 99),
        Make.Credit(Make.Usd(Amount.MinorMax - 1)),
    ];

    private static WalletScenario Funded() => WalletScenario.Given(Make.Credit(Make.Usd(100)));

    private static WalletScenario Held() => Funded().And(
        Make.Lock(Make.Usd(40), expiresAt: WalletScenario.Start.AddMinutes(1)));

    private static Posting[] Postings(Int128 toBob, Int128 toCarol) =>
        [Make.To(Make.Bob, Make.Usd(toBob)), Make.To(Make.Carol, Make.Usd(toCarol))];

    private static Entry First(WalletCommand command) => WalletScenario.Given(command).History[0];

    private static Entry Last(params WalletCommand[] commands) =>
        Funded().And(commands).History[^1];
}
