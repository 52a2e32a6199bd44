using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>The journal's epoch, asked for at most once a second. Thread-safe.</summary>
public sealed class JournalEpoch(IJournalQueries journal, TimeProvider time)
{
    private static readonly TimeSpan _freshFor = TimeSpan.FromSeconds(1);

    private volatile Reading? _last;

    public async ValueTask<string> Get(CancellationToken cancellationToken)
    {
        if (_last is { } last && time.GetElapsedTime(last.At) < _freshFor)
        {
            return last.Epoch;
        }

        var at = time.GetTimestamp();
        var epoch = await journal.GetEpoch(cancellationToken);
        _last = new Reading(epoch, at);
        return epoch;
    }

    private sealed record Reading(string Epoch, long At);
}
