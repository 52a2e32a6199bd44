using OrleansWallet.Domain.AddressBook;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Tests.Processes;

namespace OrleansWallet.Domain.Tests.AddressBook;

public sealed class AddressBookTests
{
    private static readonly ProcessId _id = AddressBookState.IdOf(Acting.Wallet);
    private static readonly IProcessRules _rules = new AddressBookRules(new AddressBookTerms());

    [Fact]
    public void Book_WhenSomebodyElseActs_IsNotAllowed()
    {
        foreach (var actor in Acting.Actors.Keys)
        {
            var (add, remove) = actor == "self" ? ("open", "open") : ("NotAllowed", "NotAllowed");
            var book = With(Add("1", "ETH", "0xAb"));
            Assert.Equal(
                add, _rules.Describe(book, _id, Add("2", "ETH", "0xCd").By(actor)));
            Assert.Equal(remove, _rules.Describe(book, _id, Remove("1").By(actor)));
        }
    }

    [Fact]
    public void Add_WhenNew_IsUsableAfterTheWaitingTime()
    {
        Assert.Equal(Acting.Now.AddHours(24), With(Add("1", "ETH", "0xAb")).Addresses[0].UsableFrom);
        var rules = new AddressBookRules(new AddressBookTerms { WaitingTime = TimeSpan.Zero });
        var book = rules.Accept<AddressBookState>(_id, null, Add("1", "ETH", "0xAb"));
        Assert.Equal(Acting.Now, book.Addresses[0].UsableFrom);
    }

    [Fact]
    public void Add_WhenKnownOrTooMany_IsRefused()
    {
        var book = With(Add("1", "ETH", "0xAb"));
        Assert.Equal("Exists", _rules.Describe(book, _id, Add("2", "ETH", "0xaB")));
        Assert.Equal("open", _rules.Describe(book, _id, Add("2", "ETH", "0xAb", "BASE")));

        var full = With([.. Enumerable.Range(0, 100).Select(n => Add($"{n}", "ETH", $"0x{n}"))]);
        Assert.Equal("LimitExceeded", _rules.Describe(full, _id, Add("x", "ETH", "0xAb")));
    }

    [Fact]
    public void Remove_WhenUnknown_IsNotFound()
    {
        var book = With(Add("1", "ETH", "0xAb"));
        Assert.Equal("NotFound", _rules.Describe(book, _id, Remove("2")));
        Assert.Empty(_rules.Accept(_id, book, Remove("1")).Addresses);
        Assert.Equal("NotFound", _rules.Describe(null, _id, Remove("1")));
    }

    [Theory]
    [InlineData("ETH", null, "0xab", true)]
    [InlineData("ETH", "eth", "0xAB", true)]
    [InlineData("ETH", "BASE", "0xAb", false)]
    [InlineData("BTC", null, "0xAb", false)]
    [InlineData("BTC", null, "bc1Q", false)]
    [InlineData("BTC", "BTC", "bc1q", true)]
    public void Find_WhenAsked_KnowsTheAddress(
        string currency, string? network, string address, bool found)
    {
        var book = With(Add("1", "ETH", "0xAb", "ETH"), Add("2", "BTC", "bc1q")).Reload();
        Assert.Equal(found, book.Find(currency, network, address) is not null);
    }

    private static AddressBookState With(params AddressBookAction[] actions) =>
        actions.Aggregate((AddressBookState?)null, (book, a) => _rules.Accept(_id, book, a))!;

    private static AddressBookAction Add(
        string id, string currency, string address, string? network = null) =>
        new AddressBookAction.Add(id, currency, network, address, "mine")
        {
            By = Acting.Actors["self"],
            Request = 0,
        };

    private static AddressBookAction Remove(string id) => new AddressBookAction.Remove(id)
    {
        By = Acting.Actors["self"],
        Request = 0,
    };
}
