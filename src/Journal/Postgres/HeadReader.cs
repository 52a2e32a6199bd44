using Npgsql;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// Reads head rows, those of all that ask meanwhile in one statement: reads of many wallets ask
/// for as many heads a second, and a statement each costs more than the rows.
/// </summary>
/// <remarks>
/// Thread-safe. A question is answered by a statement that began after it was asked. While one
/// statement runs, the next gather.
/// </remarks>
internal sealed class HeadReader(NpgsqlDataSource dataSource)
{
    private const string Read =
        "select id, seq, token from wallets where id = any($1)";

    private readonly Lock _gathering = new();
    private List<Question> _waiting = [];
    private bool _asking;

    /// <returns>Null when there is no such row.</returns>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public Task<(long Seq, Guid Token)?> Find(WalletId id, CancellationToken cancellationToken)
    {
        var question = new Question(id.Value);
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
        // Not in the turns of the grain that happens to ask first.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (Take() is { } questions)
        {
            await Ask(questions);
        }
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
            var rows = await dataSource.ReadList(
                Read,
                [Sql.Value(questions.ConvertAll(q => q.Id))],
                reader => (
                    Id: reader.GetString(0), Seq: reader.GetInt64(1), Token: reader.GetGuid(2)),
                CancellationToken.None);
            var heads = rows.ToDictionary(r => r.Id, r => (r.Seq, r.Token), StringComparer.Ordinal);
            foreach (var question in questions)
            {
                question.Answer.TrySetResult(
                    heads.TryGetValue(question.Id, out var head) ? head : null);
            }
        }
        catch (Exception e)
        {
            questions.ForEach(q => q.Answer.TrySetException(e));
        }
    }

    private sealed record Question(string Id)
    {
        // Whoever waits does so in turns of a grain: to go on is to queue a turn, which is short.
        public TaskCompletionSource<(long Seq, Guid Token)?> Answer { get; } = new();
    }
}
