namespace OrleansWallet.Domain.AddressBook;

/// <summary>The platform's terms for address books.</summary>
public sealed record AddressBookTerms
{
    /// <summary>How long a new address has to wait before money can go to it. Default 24 hours;
    /// zero for none.</summary>
    public TimeSpan WaitingTime { get; init; } = TimeSpan.FromHours(24);
}
