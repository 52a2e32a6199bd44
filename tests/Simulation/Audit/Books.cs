using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit;

/// <summary>The books per currency at every committed moment, and the fate of each posting.</summary>
internal sealed class Books(SimDatabase database)
{
    private readonly SortedDictionary<string, (Int128 Wallets, Int128 UnderWay, Int128 World)>
        _byCurrency = new(StringComparer.Ordinal);

    private readonly Dictionary<(long No, long Seq), (string Source, Entry Entry)> _underWay = [];

    // Whether a posting that ended came back.
    private readonly Dictionary<(long No, long Seq), bool> _ended = [];

    /// <summary>Whether a posting came back; null while it is under way.</summary>
    public bool? CameBack(long walletNo, long seq) =>
        _ended.TryGetValue((walletNo, seq), out var cameBack) ? cameBack : null;

    public void Add(ModelWallet wallet, Entry entry)
    {
        if (entry.Kind == EntryKind.Closed)
        {
            RequireNoneFrom(wallet);
        }

        if (entry.Amount is not { } amount)
        {
            return;
        }

        var code = amount.Currency.Code;
        var (available, locked) = Rules.Effect(entry.Kind);
        var books = _byCurrency.GetValueOrDefault(code);
        books.Wallets += (available + locked) * amount.Minor;
        books.World += Rules.World(entry.Kind) * amount.Minor;
        switch ((int)entry.Kind)
        {
            case 7 or 8:
                _underWay.Add((wallet.No, entry.Seq), (wallet.Id, entry));
                books.UnderWay += amount.Minor;
                break;
            case 9 or 10 or 11:
                EndPosting(wallet, entry);
                books.UnderWay -= amount.Minor;
                break;
        }

        _byCurrency[code] = books;
    }

    private void RequireNoneFrom(ModelWallet wallet)
    {
        foreach (var ((_, seq), (source, sent)) in _underWay)
        {
            if (source == wallet.Id)
            {
                throw new BreachException(
                    "6 history", $"{wallet.Id} was closed while its posting {seq} was under way",
                    [wallet.Id, sent.Counterparty!.Value.Value]);
            }
        }
    }

    public void CheckBalance()
    {
        foreach (var (currency, (wallets, underWay, world)) in _byCurrency)
        {
            if (wallets + underWay != world)
            {
                throw new BreachException(
                    "1 the books balance",
                    $"{currency}: {wallets} in wallets, {underWay} under way, {world} from the world", []);
            }
        }
    }

    public void CheckQuiet()
    {
        foreach (var (posting, (source, _)) in _underWay)
        {
            throw new BreachException(
                "quiet", $"posting {posting.No}.{posting.Seq} never arrived", [source]);
        }

        if (database.Postings.Count > 0)
        {
            throw new BreachException("quiet", "a posting that ended is still open", []);
        }
    }

    private void EndPosting(ModelWallet wallet, Entry entry)
    {
        var link = entry.Link ?? throw wallet.Breach("3 at most once", $"{entry.Seq} has no link");
        if (!_underWay.Remove((link.WalletNo, link.Seq), out var sent))
        {
            throw wallet.Breach(
                "3 at most once",
                $"{entry.Kind} {entry.Seq}: posting {link.WalletNo}.{link.Seq} had ended before");
        }

        var returned = entry.Kind != EntryKind.Accepted;
        _ended.Add((link.WalletNo, link.Seq), returned);
        var destination = sent.Entry.Counterparty!.Value.Value;
        if (sent.Entry.Amount != entry.Amount
            || wallet.Id != (returned ? sent.Source : destination))
        {
            throw wallet.Breach(
                "1 the books balance", $"{entry.Kind} {entry.Seq} is not what was sent");
        }

        if (returned)
        {
            CheckReturn(wallet, entry, sent.Source, link.Seq, sent.Entry);
        }
    }

    // Money goes back only after the destination's committed refusal, and to where it came from.
    private void CheckReturn(
        ModelWallet wallet, Entry entry, string source, long seq, Entry sent)
    {
        var key = CommandKey.FromPosting(new WalletId(source), seq, "accept").Hash();
        if (!database.Keys.TryGetValue(key, out var accept) || accept.Write.Refusal is null)
        {
            throw wallet.Breach(
                "return only after a refusal", $"posting {seq} was returned and not refused");
        }

        var toHold = entry.Kind == EntryKind.ReturnedToHold;
        var fits = sent.Kind != EntryKind.SentFromHold
            ? !toHold
            : toHold
                ? entry.Hold == sent.Hold && entry.ExpiresAt == sent.ExpiresAt
                : IsTaken(wallet, sent);
        if (entry.Account != sent.Account || !fits)
        {
            throw wallet.Breach("return to its origin", $"posting {seq} came back elsewhere");
        }
    }

    // Its name is other money's by now.
    private static bool IsTaken(ModelWallet wallet, Entry sent) =>
        wallet.Last.Holds.TryGetValue(sent.Hold!.Value.Value, out var hold)
        && (hold.Account != (int)sent.Account || hold.Currency != sent.Amount!.Value.Currency.Code);
}
