using Npgsql;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// Compares lines with their head rows, those of all that ask meanwhile in one statement: reads of
/// many wallets ask for as many heads a second, and a statement each costs more than the rows.
/// </summary>
/// <remarks>
/// Thread-safe. A question is answered by a statement that began after it was asked. While one
/// statement runs, the next gather. A line that asked goes along with later statements, since what
/// was read will be read again: so of wallets in use few have to ask.
/// </remarks>
internal sealed class HeadReader(
    NpgsqlDataSource dataSource, OtherWriters others, TimeProvider time)
{
    private const string ByNumber = "select no, seq, token from wallets where no = any($1)";
    private const string ById = "select id, seq, token from wallets where id = any($1)";

    // So many go along with one statement: more would let those wait who asked.
    private const int AlongMax = 500;

    // So often a line goes along before somebody has to want it again.
    private const int UnaskedMax = 3;

    // A little less than a confirmation is worth to a grain: the next statement comes before its
    // end, and earlier ones would confirm the same heads more often.
    private static readonly TimeSpan _alongAfter = TimeSpan.FromSeconds(0.85);

    private readonly Lock _gathering = new();

    // Of the statements alone, which follow one another.
    private readonly Queue<(WalletLine Line, long At)> _along = new();
    private readonly HashSet<WalletLine> _goingAlong = new(ReferenceEqualityComparer.Instance);
    private List<Question> _waiting = [];
    private bool _asking;

    /// <returns>Whether no other copy has moved the head.</returns>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public Task<bool> IsCurrent(WalletLine line, CancellationToken cancellationToken)
    {
        var question = new Question(line);
        lock (_gathering)
        {
            _waiting.Add(question);
            if (!_asking)
            {
                _asking = true;
                _ = AskAll();
            }
        }

        return question.Answer.Task.WaitAsync(cancellationToken);
    }

    private async Task AskAll()
    {
        while (true)
        {
            // Not in the turns of the grain that happens to ask first; and behind the requests
            // that wait for a thread now, many of which will ask, too.
            await BehindTheQueue();
            if (Take() is not { } questions)
            {
                return;
            }

            await Ask(questions);
        }
    }

    private static Task BehindTheQueue()
    {
        var reached = new TaskCompletionSource();
        ThreadPool.UnsafeQueueUserWorkItem(
            static waiter => waiter.SetResult(), reached, preferLocal: false);
        return reached.Task;
    }

    private List<Question>? Take()
    {
        lock (_gathering)
        {
            if (_waiting.Count == 0)
            {
                _asking = false;
                return null;
            }

            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }

    private async Task Ask(List<Question> questions)
    {
        try
        {
            var at = time.GetTimestamp();
            var along = TakeAlong();
            var rows = await ReadRows([.. questions, .. along]);
            foreach (var question in questions)
            {
                var isCurrent = question.IsAnsweredBy(rows);
                if (isCurrent)
                {
                    LetGoAlong(question.Line, at);
                }

                question.Answer.TrySetResult(isCurrent);
            }

            foreach (var question in along)
            {
                if (question.IsAnsweredBy(rows) && question.Line.SeeCurrentUnasked(at) < UnaskedMax)
                {
                    LetGoAlong(question.Line, at);
                }
            }
        }
        catch (Exception e)
        {
            questions.ForEach(q => q.Answer.TrySetException(e));
        }
    }

    private async Task<Rows> ReadRows(List<Question> questions) => new(
        await ReadRows(
            ByNumber, questions.FindAll(q => q.Head.Exists), q => q.Head.No, r => r.GetInt64(0)),
        // Another copy may have made it, with another number.
        await ReadRows(
            ById, questions.FindAll(q => !q.Head.Exists), q => q.Line.Opened.Id.Value,
            r => r.GetString(0)));

    private async ValueTask<Dictionary<TKey, (long Seq, Guid Token)>> ReadRows<TKey>(
        string sql, List<Question> questions, Converter<Question, TKey> toKey,
        Func<NpgsqlDataReader, TKey> readKey)
        where TKey : notnull
    {
        var rows = questions.Count == 0
            ? []
            : await dataSource.ReadList(
                sql,
                [Sql.Value(questions.ConvertAll(toKey))],
                reader => (Key: readKey(reader), Head: (reader.GetInt64(1), reader.GetGuid(2))),
                CancellationToken.None);
        return rows.ToDictionary(r => r.Key, r => r.Head);
    }

    private List<Question> TakeAlong()
    {
        var questions = new List<Question>();
        while (questions.Count < AlongMax && _along.TryPeek(out var next)
            && time.GetElapsedTime(next.At) >= _alongAfter)
        {
            _along.Dequeue();
            _goingAlong.Remove(next.Line);
            questions.Add(new Question(next.Line));
        }

        return questions;
    }

    private void LetGoAlong(WalletLine line, long at)
    {
        // Without other writers one row was enough.
        if (!others.AreAbsent && _goingAlong.Add(line))
        {
            _along.Enqueue((line, at));
        }
    }

    private sealed record Rows(
        Dictionary<long, (long Seq, Guid Token)> ByNumber,
        Dictionary<string, (long Seq, Guid Token)> ById);

    private sealed record Question(WalletLine Line)
    {
        // As it was when it was asked: a commit may move it while its row is read.
        public WalletHead Head { get; } = Line.Head;

        public bool IsAnsweredBy(Rows rows)
        {
            var isThere = Head.Exists
                ? rows.ByNumber.TryGetValue(Head.No, out var row)
                : rows.ById.TryGetValue(Line.Opened.Id.Value, out row);
            return Line.Matches(Head, isThere ? row : null);
        }

        // Whoever waits does so in turns of a grain: to go on is to queue a turn, which is short.
        public TaskCompletionSource<bool> Answer { get; } = new();
    }
}
