using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The journal in PostgreSQL. One a process; dispose it to commit what waits.</summary>
/// <remarks>
/// A wallet's commits follow one another, those of two wallets need not: with more than one writer
/// PostgreSQL executes one batch while it flushes another.
/// </remarks>
public sealed class PostgresJournal : IJournal, IWalletHeads, IAsyncDisposable
{
    private readonly NpgsqlDataSource _dataSource;
    private readonly CurrencyRegistry _currencies;
    private readonly TimeProvider _time;
    private readonly CommitWriter[] _writers;
    private readonly WalletNumbers _numbers;
    private readonly HeadReader _heads;
    private readonly SemaphoreSlim _loads;
    private readonly Task[] _running;
    private int _disposed;

    public PostgresJournal(
        NpgsqlDataSource dataSource, CurrencyRegistry currencies, JournalOptions options,
        TimeProvider time, ILogger<PostgresJournal> logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Writers, 1);
        _dataSource = dataSource;
        _currencies = currencies;
        _time = time;
        var openings = new WriterOpenings(dataSource);
        Others = new OtherWriters(openings.Look, time);
        _writers = [.. Enumerable.Range(0, options.Writers).Select(_ => new CommitWriter(
            new PostgresCommitStore(dataSource, openings, currencies, time), options, time, logger))];
        _numbers = new WalletNumbers();
        _heads = new HeadReader(dataSource, Others, time);
        _loads = new SemaphoreSlim(options.LoadsAtOnceMax);
        _running = [.. _writers.Select(w => WriterThread.Start("Journal writer", w.Run))];
    }

    /// <inheritdoc/>
    public OtherWriters Others { get; }

    public bool IsFull => Array.Exists(_writers, w => w.IsFull);

    public ValueTask<IWalletLine> Open(WalletId id, CancellationToken cancellationToken) =>
        Availability.Guard<IWalletLine>(async () =>
        {
            await _loads.WaitAsync(cancellationToken);
            try
            {
                return await Load(id, cancellationToken);
            }
            finally
            {
                _loads.Release();
            }
        });

    public ValueTask<IReadOnlyList<Entry>> ReadEntries(
        long walletNo, long seq, int count, CancellationToken cancellationToken) =>
        Availability.Guard<IReadOnlyList<Entry>>(() => _dataSource.ReadList(
            $"select {EntryColumns.List} from entries e "
            + "where e.wallet_no = $1 and e.seq >= $2 and e.seq < $3 order by e.seq",
            [Sql.Value(walletNo), Sql.Value(seq), Sql.Value(seq + count)],
            reader => EntryColumns.Read(reader, 0, _currencies),
            cancellationToken));

    public ValueTask<IReadOnlyDictionary<UInt128, KeyRecord>> FindKeys(
        IReadOnlyCollection<UInt128> keys, CancellationToken cancellationToken) =>
        Availability.Guard(async () =>
        {
            await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
            return await KeyReader.FindAsync(
                connection, [.. keys.Select(Uuid.Of)], _currencies, cancellationToken);
        });

    public ValueTask<IReadOnlyList<long>> FindPostings(
        long walletNo, long seq, int count, CancellationToken cancellationToken) =>
        Availability.Guard<IReadOnlyList<long>>(() => _dataSource.ReadList(
            "select seq from postings where wallet_no = $1 and seq >= $2 order by seq limit $3",
            [Sql.Value(walletNo), Sql.Value(seq), Sql.Value(count)],
            reader => reader.GetInt64(0),
            cancellationToken));

    public void MarkDelivered(EntryLink posting) =>
        WriterOf(posting.WalletNo).MarkDelivered(posting);

    public ValueTask<IReadOnlyList<UnfinishedPosting>> FindUnfinishedPostings(
        TimeSpan age, int limit, CancellationToken cancellationToken) =>
        Availability.Guard<IReadOnlyList<UnfinishedPosting>>(() => _dataSource.ReadList(
            "select w.id, p.seq from postings p join wallets w on w.no = p.wallet_no "
            + "where p.at < now() - $1 order by p.at limit $2",
            [Sql.Value(age), Sql.Value(limit)],
            reader => new UnfinishedPosting(
                new WalletId(reader.GetString(0)), reader.GetInt64(1)),
            cancellationToken));

    public ValueTask<IReadOnlyList<ExpiredHold>> FindExpiredHolds(
        DateTimeOffset at, int limit, CancellationToken cancellationToken) =>
        Availability.Guard<IReadOnlyList<ExpiredHold>>(() => _dataSource.ReadList(
            "select w.id, h.name, h.created_at from holds h join wallets w on w.no = h.wallet_no "
            + "where h.expires_at <= $1 order by h.expires_at limit $2",
            [Sql.Value(at), Sql.Value(limit)],
            reader => new ExpiredHold(
                new WalletId(reader.GetString(0)),
                new ReferenceId(reader.GetString(1)),
                reader.GetFieldValue<DateTimeOffset>(2)),
            cancellationToken));

    /// <summary>Commits what waits. A container may call it once for each way it knows this.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Array.ForEach(_writers, w => w.Stop());
            await Task.WhenAll(_running);
            foreach (var writer in _writers)
            {
                await writer.DisposeAsync();
            }

            _numbers.Dispose();
            _loads.Dispose();
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsCurrent(
        WalletLine line, CancellationToken cancellationToken) =>
        Availability.Guard(
            () => new ValueTask<bool>(_heads.IsCurrent(line, cancellationToken)));

    private async Task<WalletLine> Load(WalletId id, CancellationToken cancellationToken)
    {
        var seenAt = _time.GetTimestamp();
        await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
        var loaded = await WalletReader.Load(connection, id, _currencies, cancellationToken);
        if (loaded is var (head, state))
        {
            return new WalletLine(
                WriterOf(head.No), this, head, state, seenAt, Guid.NewGuid());
        }

        var no = await _numbers.Next(connection, cancellationToken);
        return new WalletLine(
            WriterOf(no), this, new WalletHead(no, false, 0, Guid.Empty), WalletState.New(id),
            seenAt, Guid.NewGuid());
    }

    private CommitWriter WriterOf(long walletNo) => _writers[walletNo % _writers.Length];
}
