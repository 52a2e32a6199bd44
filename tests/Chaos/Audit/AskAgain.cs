using OrleansWallet.Chaos.Calls;
using OrleansWallet.Chaos.Grid;

namespace OrleansWallet.Chaos.Audit;

/// <summary>Asks keys again at rest: each answer is the first one, and is final.</summary>
public sealed class AskAgain(GridClient grid, GridReader reader, Faults faults)
{
    private const int AtOnce = 16;
    private const int LookedUpEach = 5;
    private const int AttemptsMax = 10;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>Keys that were asked again so far.</summary>
    public int Asked { get; private set; }

    /// <param name="records">All settled records.</param>
    /// <param name="max">How many of them are asked, refused and acknowledged alike.</param>
    /// <param name="random">Chooses them.</param>
    public async Task Check(IReadOnlyList<Record> records, int max, Random random)
    {
        var settled = records.Where(r => r.IsSettled).ToArray();
        random.Shuffle(settled);
        var chosen = settled.Where(r => r.Receipt is null).Take(max / 2).ToList();
        chosen.AddRange(settled.Where(r => r.Receipt is not null).Take(max - chosen.Count));
        Asked += chosen.Count;
        await Parallel.ForAsync(
            0, chosen.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, _) => await Check(chosen[i], isLookedUp: i % LookedUpEach == 0));
    }

    private async Task Check(Record record, bool isLookedUp)
    {
        var operation = record.Operation;
        var attempt = record.Begin();
        var answer = await Send(record);
        var fault = answer.IsSettled
            ? record.Observe(attempt, answer) ?? CheckStatus(record)
            : $"no final answer at rest but {answer}";
        if (fault is null && isLookedUp && operation.Key is { } key && !record.IsMismatch)
        {
            fault = CheckLookUp(record, await reader.Key(key));
        }

        if (fault is not null)
        {
            faults.Add($"{operation}, asked again: {fault}");
        }
    }

    // Two rivals with one key may be chosen, and meet.
    private async Task<Answer> Send(Record record)
    {
        var operation = record.Operation;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await grid.Send(
                operation.Path, operation.Key, record.Body, _patience);
            if (answer.Outcome != Outcome.KeyInProgress || attempt == AttemptsMax)
            {
                return answer;
            }

            await Task.Delay(100);
        }
    }

    private static string? CheckStatus(Record record)
    {
        var comesBack = record.Operation.Legs.Any(leg => leg.To == Cast.Closed);
        var expected = comesBack ? Receipt.Returned : Receipt.Completed;
        return record.Receipt is { } receipt && receipt.Status != expected
            ? $"its status should be {expected}: {receipt}"
            : null;
    }

    private static string? CheckLookUp(Record record, KeyStatus? found)
    {
        if (found is null)
        {
            return "its key is unknown";
        }

        return record.Receipt is { } receipt
            ? found.Receipt == receipt ? null : $"its key has {found.Receipt}, not {receipt}"
            : found.Error?.Code == record.Refusal
                ? null
                : $"its key has {found.Error?.Code ?? found.Status}, not {record.Refusal}";
    }
}
