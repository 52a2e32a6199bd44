using Npgsql;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Postings that a batch sends, and those that it ends.</summary>
internal sealed class PostingRows
{
    private const string Insert =
        "insert into postings (wallet_no, seq) select * from unnest($1, $2)";

    // Locked in one order first: several processes may have seen the same postings to their end.
    private const string Delete =
        "with ended as materialized (select p.wallet_no, p.seq from postings p "
        + "join unnest($1, $2) as e (wallet_no, seq) "
        + "on p.wallet_no = e.wallet_no and p.seq = e.seq "
        + "order by p.wallet_no, p.seq for update of p) "
        + "delete from postings p using ended "
        + "where p.wallet_no = ended.wallet_no and p.seq = ended.seq";

    private readonly List<(long WalletNo, Entry Entry)> _sent = [];
    private readonly List<EntryLink> _ended = [];

    public void Add(long walletNo, Entry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.Sent or EntryKind.SentFromHold:
                _sent.Add((walletNo, entry));
                break;
            case EntryKind.Returned or EntryKind.ReturnedToHold when entry.Link is { } link:
                _ended.Add(link);
                break;
        }
    }

    public void AddDelivered(IEnumerable<EntryLink> postings) => _ended.AddRange(postings);

    public IEnumerable<NpgsqlBatchCommand> ToCommands()
    {
        if (_sent.Count > 0)
        {
            yield return Sql.Command(
                Insert,
                Sql.Value(_sent.ConvertAll(r => r.WalletNo)),
                Sql.Value(_sent.ConvertAll(r => r.Entry.Seq)));
        }

        if (_ended.Count > 0)
        {
            yield return Sql.Command(
                Delete,
                Sql.Value(_ended.ConvertAll(r => r.WalletNo)),
                Sql.Value(_ended.ConvertAll(r => r.Seq)));
        }
    }
}
