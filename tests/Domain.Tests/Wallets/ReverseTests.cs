using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class ReverseTests
{
    public static TheoryData<EntryKind> Kinds() => [.. Enum.GetValues<EntryKind>()];

    [Fact]
    public void Reverse_WhenCredited_TakesItOutAgain()
    {
        var given = WalletScenario.Given(Make.Credit(Make.Usd(100), AccountKind.Savings));

        var then = given.When(Make.Reverse(given.History[0]));

        then.ThenAccepted(EntryKind.ReversedIn)
            .ThenBalance(Make.Usd(0), locked: 0, AccountKind.Savings);
        Assert.Equal(
            (new EntryLink(1, 1), Make.Cash), (then.Entry.Link, then.Entry.Counterparty));
    }

    [Fact]
    public void Reverse_WhenDebitedOrReleased_BringsItBackToAvailable()
    {
        var debited = StateCommandTable.State("funded").And(Make.Debit(Make.Usd(30)));
        var released = StateCommandTable.State("held").And(Make.Release());

        debited.When(Make.Reverse(debited.History[^1]))
            .ThenAccepted(EntryKind.ReversedOut).ThenBalance(Make.Usd(100), locked: 0);
        released.When(Make.Reverse(released.History[^1]))
            .ThenAccepted(EntryKind.ReversedOut).ThenBalance(Make.Usd(100), locked: 0);
    }

    [Fact]
    public void Reverse_WhenTheMoneyIsSpentOrLocked_TellsBothSums()
    {
        var given = StateCommandTable.State("held");

        var refusal = given.When(Make.Reverse(given.History[0]))
            .ThenRefused(RefusalCode.InsufficientBalance);

        Assert.Equal((Make.Usd(100), Make.Usd(60)), (refusal.Required, refusal.Available));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reverse_TakesOnlyWhatCameFromOrWentToTheWorldByACommand(EntryKind kind)
    {
        var credited = WalletScenario.Given(Make.Credit(Make.Usd(10))).History[0];
        var original = credited with
        {
            Kind = kind,
            Amount = EntryEffect.Of(kind) == default ? null : credited.Amount,
        };

        var then = StateCommandTable.State("funded").When(Make.Reverse(original));

        switch (kind)
        {
            case EntryKind.Credited:
                then.ThenAccepted(EntryKind.ReversedIn);
                break;
            case EntryKind.Debited or EntryKind.Released:
                then.ThenAccepted(EntryKind.ReversedOut);
                break;
            default:
                then.ThenRefused(RefusalCode.TransactionNotReversible);
                break;
        }
    }
}
