using System.Text.Json;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>Reads the answers to batches.</summary>
internal static class BatchAnswers
{
    /// <returns>Null when an outcome is not final: the batch is to be asked for again.</returns>
    /// <exception cref="InvalidDataException">There is not a result for each operation.</exception>
    public static BatchOutcome? Read(ReadOnlyMemory<byte> body, int operations)
    {
        // A receipt's status is a text, so only a result's looks like this. Most batches are
        // done whole, and counting costs a fraction of parsing.
        if (body.Span.Count("\"status\":200"u8) == operations)
        {
            return BatchOutcome.AllDone;
        }

        var results = JsonSerializer.Deserialize(body.Span, GridJson.Default.BatchAnswer).Results;
        if (results?.Count != operations)
        {
            throw new InvalidDataException(
                $"a batch of {operations} operations was answered with {results?.Count} results");
        }

        var refused = new Dictionary<int, string>();
        foreach (var (index, status, error) in results)
        {
            if (status == 200)
            {
                continue;
            }

            if (RetryRules.Of(status, error ?? Problem.None) is not null)
            {
                return null;
            }

            refused[index] = $"{status} {error}";
        }

        return new BatchOutcome(refused);
    }
}
