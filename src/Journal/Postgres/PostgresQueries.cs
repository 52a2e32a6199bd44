using Npgsql;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The front's reads, on pooled connections.</summary>
public sealed class PostgresQueries(NpgsqlDataSource dataSource, CurrencyRegistry currencies)
    : IJournalQueries
{
    // As the index has it, whose condition no parameter can meet.
    private const string IsCommission =
        "e.wallet_no = $1 and e.kind = 9 and e.type = 'referral_commission'";

    private readonly EpochReader _epoch = new(dataSource);

    public ValueTask<string> GetEpoch(CancellationToken cancellationToken) =>
        Availability.Guard(() => _epoch.Get(cancellationToken));

    public ValueTask<long?> FindWalletNo(WalletId wallet, CancellationToken cancellationToken) =>
        Availability.Guard<long?>(async () =>
        {
            var found = await dataSource.ReadList(
                "select no from wallets where id = $1 and seq > 0",
                [Sql.Value(wallet.Value)], reader => reader.GetInt64(0), cancellationToken);
            return found.Count == 0 ? null : found[0];
        });

    public ValueTask<IReadOnlyList<Entry>> FindEntries(
        long walletNo, EntryFilter filter, CancellationToken cancellationToken)
    {
        var (sql, parameters) = EntryQuery.Build(walletNo, filter);
        return Availability.Guard(() => dataSource.ReadList(
            sql, parameters, reader => EntryColumns.Read(reader, 0, currencies),
            cancellationToken));
    }

    public ValueTask<IReadOnlyList<Entry>> FindCommissions(
        long walletNo, long? beforeSeq, int limit, CancellationToken cancellationToken) =>
        Availability.Guard(() => dataSource.ReadList(
            $"select {EntryColumns.List} from entries e where {IsCommission} and e.seq < $2 "
            + "order by e.seq desc limit $3",
            [Sql.Value(walletNo), Sql.Value(beforeSeq ?? long.MaxValue), Sql.Value(limit)],
            reader => EntryColumns.Read(reader, 0, currencies),
            cancellationToken));

    public ValueTask<IReadOnlyList<Amount>> SumCommissions(
        long walletNo, CancellationToken cancellationToken) =>
        Availability.Guard(() => dataSource.ReadList(
            $"select e.currency, sum(e.amount) from entries e where {IsCommission} "
            + "group by e.currency order by e.currency",
            [Sql.Value(walletNo)],
            reader => new Amount(
                EntryColumns.Wide(reader, 1), currencies[reader.GetString(0)]),
            cancellationToken));

    public ValueTask<IReadOnlyList<Balance>> FindBalancesAt(
        long walletNo, DateTimeOffset at, CancellationToken cancellationToken) =>
        Availability.Guard(() => dataSource.ReadList(
            BalancesAtSql, [Sql.Value(walletNo), Sql.Value(at.ToUniversalTime())], ReadBalance,
            cancellationToken));

    public ValueTask<IReadOnlyList<Hold>> FindHolds(
        long walletNo, CancellationToken cancellationToken) =>
        Availability.Guard(() => dataSource.ReadList(
            "select name, account, currency, amount, remaining, type, created_at, expires_at "
            + "from holds where wallet_no = $1 order by created_at, name",
            [Sql.Value(walletNo)], ReadHold, cancellationToken));

    public ValueTask<IReadOnlyList<Entry>> FindTransaction(
        long walletNo, long seq, CancellationToken cancellationToken) =>
        Availability.Guard(() => dataSource.ReadList(
            $"select {EntryColumns.List} from entries e where e.wallet_no = $1 and e.seq >= $2 "
            + "and e.seq < $3 and e.seq - e.leg = $2 order by e.seq",
            [Sql.Value(walletNo), Sql.Value(seq), Sql.Value(EndOfTransaction(seq))],
            reader => EntryColumns.Read(reader, 0, currencies),
            cancellationToken));

    public ValueTask<IReadOnlyDictionary<long, PostingStatus>> FindPostingStatuses(
        WalletId wallet, long walletNo, IReadOnlyCollection<long> seqs,
        CancellationToken cancellationToken) =>
        Availability.Guard<IReadOnlyDictionary<long, PostingStatus>>(async () =>
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            var open = await ReadOpen(connection, walletNo, seqs, cancellationToken);
            var ends = await KeyReader.FindAsync(
                connection,
                [.. seqs.SelectMany(s => new[] { Key(wallet, s, "accept"), Key(wallet, s, "return") })
                    .Select(Uuid.Of)],
                currencies, cancellationToken);
            return seqs.ToDictionary(s => s, s => StatusOf(wallet, s, open.Contains(s), ends));
        });

    public ValueTask<KeyRecord?> FindKey(UInt128 key, CancellationToken cancellationToken) =>
        Availability.Guard(async () =>
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            var found = await KeyReader.FindAsync(
                connection, [Uuid.Of(key)], currencies, cancellationToken);
            return found.GetValueOrDefault(key);
        });

    // A wallet's times never fall, so the last entry until then is found by the highest seq of
    // an earlier time; then each balance from the last entry that touched it, which is not
    // looked for behind the one that touched it last of all.
    private const string BalancesAtSql =
        """
        with recursive bounds as (
          select 0::bigint as low, w.seq as high from wallets w where w.no = $1
          union all
          select case when m.at <= $2 then m.seq else b.low end,
                 case when m.at <= $2 then b.high else m.seq - 1 end
            from bounds b
            join lateral (
              select e.seq, e.at from entries e
               where e.wallet_no = $1 and e.seq = (b.low + b.high + 1) / 2) m on true
           where b.low < b.high
        ), last as (
          select max(low) as seq from bounds where low = high
        )
        select b.account, b.currency, e.available, e.locked, e.seq, e.at
          from balances b, last,
               lateral (
                 select x.available, x.locked, x.seq, x.at from entries x
                  where x.wallet_no = $1 and x.seq <= least(last.seq, b.seq)
                    and x.account = b.account and x.currency = b.currency
                  order by x.seq desc limit 1) e
         where b.wallet_no = $1
         order by b.account, b.currency
        """;

    // Callers name transactions, so that the number may be the last that there is.
    private static long EndOfTransaction(long seq) =>
        Math.Min(seq, long.MaxValue - WalletDecider.PostingsMax) + WalletDecider.PostingsMax;

    private static UInt128 Key(WalletId wallet, long seq, string end) =>
        CommandKey.FromPosting(wallet, seq, end).Hash();

    // The source's row may lag behind: its destination's key is the truth.
    private static PostingStatus StatusOf(
        WalletId wallet, long seq, bool open, IReadOnlyDictionary<UInt128, KeyRecord> ends)
    {
        if (ends.ContainsKey(Key(wallet, seq, "return")))
        {
            return PostingStatus.Returned;
        }

        var accepted = ends.TryGetValue(Key(wallet, seq, "accept"), out var accept)
            && accept.Refusal is null;
        return accepted || !open ? PostingStatus.Completed : PostingStatus.InProgress;
    }

    private static async Task<HashSet<long>> ReadOpen(
        NpgsqlConnection connection, long walletNo, IReadOnlyCollection<long> seqs,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select seq from postings where wallet_no = $1 and seq = any($2)", connection);
        command.Parameters.Add(Sql.Value(walletNo));
        command.Parameters.Add(Sql.Value(seqs.ToArray()));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var open = new HashSet<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            open.Add(reader.GetInt64(0));
        }

        return open;
    }

    private Balance ReadBalance(NpgsqlDataReader reader) => new(
        (AccountKind)reader.GetInt16(0),
        currencies[reader.GetString(1)],
        EntryColumns.Wide(reader, 2),
        EntryColumns.Wide(reader, 3),
        reader.GetInt64(4),
        reader.GetFieldValue<DateTimeOffset>(5));

    private Hold ReadHold(NpgsqlDataReader reader) => new(
        new ReferenceId(reader.GetString(0)),
        (AccountKind)reader.GetInt16(1),
        new Amount(EntryColumns.Wide(reader, 3), currencies[reader.GetString(2)]),
        EntryColumns.Wide(reader, 4),
        new TransactionType(reader.GetString(5)),
        reader.GetFieldValue<DateTimeOffset>(6),
        reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7));
}
