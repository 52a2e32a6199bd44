using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.AddressBook;

/// <summary>What a user wants of his book. Closed: the nested records are all.</summary>
public abstract record AddressBookAction : ProcessAction
{
    private AddressBookAction()
    {
    }

    public sealed record Add(
        string AddressId, string Currency, string? Network, string Address, string? Label)
        : AddressBookAction;

    public sealed record Remove(string AddressId) : AddressBookAction;
}
