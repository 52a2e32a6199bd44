using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.AddressBook;

/// <summary>The addresses that a user sends money to.</summary>
public sealed record AddressBookState : ProcessState
{
    public required WalletId User { get; init; }

    /// <summary>Oldest first.</summary>
    public ImmutableArray<BookAddress> Addresses { get; init; } = [];

    /// <summary>The number of the last address that was added.</summary>
    public long LastNo { get; init; }

    [JsonIgnore]
    public override string StatusName => "open";

    [JsonIgnore]
    public override IReadOnlyList<WalletId> Parties => [User];

    public static ProcessId IdOf(WalletId user) => new(ProcessKind.AddressBook, user.Value);

    /// <summary>The entry that decides on a withdrawal: a usable one before one that waits.</summary>
    public BookAddress? Find(string currency, string? network, string address) =>
        Addresses.Where(a => a.Matches(currency, network, address)).MinBy(a => a.UsableFrom);
}
