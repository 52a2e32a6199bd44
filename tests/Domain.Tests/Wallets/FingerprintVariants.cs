using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

/// <summary>Pairs of commands that differ in one input.</summary>
internal static class FingerprintVariants
{
    private static readonly DateTimeOffset _later = WalletScenario.Start.AddDays(1);

    // A retry may compute these anew, or they follow from what is in.
    private static readonly HashSet<string> _out =
        ["Lock.ExpiresAt", "Return.HoldExpiresAt", "Reverse.Original", "Close.PostingsUnderWay"];

    private static readonly WalletCommand.Credit _credit = Make.Credit(Make.Usd(10));
    private static readonly WalletCommand.Debit _debit = Make.Debit(Make.Usd(10));
    private static readonly WalletCommand.Lock _lock = Make.Lock(Make.Usd(10));
    private static readonly WalletCommand.Unlock _unlock = Make.Unlock(Make.Usd(10));
    private static readonly WalletCommand.Release _release = Make.Release(Make.Usd(10));
    private static readonly WalletCommand.Transfer _send =
        Make.Send(Make.To(Make.Bob, Make.Usd(10)), Make.To(Make.Carol, Make.Usd(20)));
    private static readonly WalletCommand.Accept _accept = Make.Accept(Make.Usd(10));
    private static readonly WalletCommand.Return _return = Make.Return(Make.Usd(10));
    private static readonly WalletCommand.Move _move = Make.Move(Make.Usd(10));
    private static readonly WalletCommand.Reverse _reverse =
        Make.Reverse(WalletScenario.Given(_credit).History[0]);
    private static readonly WalletCommand.Close _close = Make.Close();

    public static IEnumerable<(WalletCommand Base, WalletCommand Changed)> All { get; } =
    [
        (_credit, _credit with { Amount = Make.Usd(11) }),
        (_credit, _credit with { Amount = Make.Btc(10) }),
        (_credit, _credit with { Account = AccountKind.Savings }),
        (_credit, _credit with { From = new("world:card") }),
        (_debit, _debit with { Amount = Make.Usd(11) }),
        (_debit, _debit with { Amount = Make.Btc(10) }),
        (_debit, _debit with { Account = AccountKind.Savings }),
        (_debit, _debit with { To = new("world:card") }),
        (_lock, _lock with { Amount = Make.Usd(11) }),
        (_lock, _lock with { Account = AccountKind.Savings }),
        (_lock, _lock with { ExpiresAt = _later }),
        (_unlock, _unlock with { Amount = Make.Usd(11) }),
        (_unlock, _unlock with { Amount = null }),
        (_unlock, _unlock with { Currency = Make.Bitcoin }),
        (_release, _release with { Amount = Make.Usd(11) }),
        (_release, _release with { Amount = null }),
        (_release, _release with { Currency = Make.Bitcoin }),
        (_release, _release with { To = new("world:card") }),
        (_send, _send with { Account = AccountKind.Savings }),
        (_send, _send with { Hold = new("hold-1") }),
        (_send, _send with { Postings = [_send.Postings[0]] }),
        (_send, _send with { Postings = [_send.Postings[1], _send.Postings[0]] }),
        (_send, _send with { Postings = [_send.Postings[0], new(Make.Bob, Make.Usd(20))] }),
        (_send, _send with { Postings = [_send.Postings[0], new(Make.Carol, Make.Usd(21))] }),
        (_send, _send with { Postings = [_send.Postings[0], new(Make.Carol, Make.Btc(20))] }),
        (_accept, _accept with { Amount = Make.Usd(11) }),
        (_accept, _accept with { From = Make.Carol }),
        (_accept, _accept with { Source = new(9, 5) }),
        (_accept, _accept with { Source = new(94, 4) }),
        (_return, _return with { Amount = Make.Usd(11) }),
        (_return, _return with { Account = AccountKind.Savings }),
        (_return, _return with { From = Make.Carol }),
        (_return, _return with { Source = new(9, 5) }),
        (_return, _return with { Hold = new("hold-1") }),
        (_return, _return with { HoldExpiresAt = _later }),
        (_move, _move with { Amount = Make.Usd(11) }),
        (_move, _move with { From = AccountKind.Savings }),
        (_move, _move with { To = AccountKind.Spot }),
        (_reverse, _reverse with { Source = new(1, 2) }),
        (_reverse, _reverse with { Original = _reverse.Original! with { Note = "other" } }),
        (_close, _close with { PostingsUnderWay = true }),
    ];

    public static bool Differs(string command, string input) =>
        !_out.Contains($"{command}.{input}");
}
