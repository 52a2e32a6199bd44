using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.AddressBook;

/// <summary>The rules of address books. The book's id is its user's.</summary>
public sealed class AddressBookRules(AddressBookTerms terms)
    : ProcessRules<AddressBookState, AddressBookAction>
{
    /// <summary>Addresses that a book takes.</summary>
    public const int AddressesMax = 100;

    public override ProcessKind Kind => ProcessKind.AddressBook;

    public override ProcessDecision Decide(
        ProcessId id, AddressBookState? state, AddressBookAction action, DateTimeOffset now)
    {
        if (action.By.Role != ActorRole.User || action.By.Id != id.Value)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.NotAllowed, "a user keeps his own book");
        }

        var book = state ?? new AddressBookState
        {
            Id = id,
            CreatedAt = now,
            User = new WalletId(id.Value),
        };
        return action switch
        {
            AddressBookAction.Add add => Add(book, add, now),
            AddressBookAction.Remove remove => Remove(book, remove),
            _ => throw new InvalidOperationException($"{action.GetType().Name} is not an action"),
        };
    }

    private ProcessDecision Add(
        AddressBookState book, AddressBookAction.Add add, DateTimeOffset now)
    {
        if (book.Addresses.Any(
            a => a.Network == add.Network && a.Matches(add.Currency, add.Network, add.Address)))
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.Exists, "the address is in the book already");
        }

        if (book.Addresses.Length >= AddressesMax)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.LimitExceeded, $"a book takes {AddressesMax} addresses");
        }

        var added = new BookAddress(
            book.LastNo + 1, add.AddressId, add.Currency, add.Network, add.Address, add.Label, now,
            now + terms.WaitingTime);
        return book with { Addresses = book.Addresses.Add(added), LastNo = added.No };
    }

    private static ProcessDecision Remove(AddressBookState book, AddressBookAction.Remove remove) =>
        book.Addresses.FirstOrDefault(a => a.Id == remove.AddressId) is { } address
            ? book with { Addresses = book.Addresses.Remove(address) }
            : ProcessDecision.Refuse(
                ProcessRefusalCode.NotFound, "there is no such address in the book");
}
