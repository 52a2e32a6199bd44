namespace OrleansWallet.Journal.Commits;

/// <summary>
/// Confirms heads by the absence of others: while no other journal has a writer, a head moves only
/// by a line of this one. So one look confirms them all, where each would have been a row to read.
/// </summary>
/// <remarks>
/// Thread-safe. With other writers it says nothing and heads are read. Lines of one wallet in this
/// journal are told apart by <see cref="SeeTakenOver"/>.
/// </remarks>
public sealed class OtherWriters
{
    // Before a confirmation loses its worth to a grain, so that nobody has to wait for the next.
    private static readonly TimeSpan _aheadOfUse = TimeSpan.FromSeconds(0.5);

    // Where others are, they stay.
    private static readonly TimeSpan _betweenOthers = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan _whileAway = TimeSpan.FromSeconds(1);

    // Wallets share places: a take-over costs the others at its place a head to read, once.
    private readonly long[] _takenOverAt = new long[1024];

    private readonly Func<ValueTask<WritersLook>> _look;
    private readonly TimeProvider _time;
    private readonly Lock _beginning = new();
    private Absence? _absence;
    private TaskCompletionSource<bool>? _looking;
    private long _nextLookAt = long.MinValue;

    /// <param name="look">Looks at a moment after it is called. Fails when the database is away.
    /// </param>
    /// <param name="time">The clock of the lines.</param>
    public OtherWriters(Func<ValueTask<WritersLook>> look, TimeProvider time)
    {
        _look = look;
        _time = time;
        Array.Fill(_takenOverAt, long.MinValue);
    }

    /// <summary>Whether the last look found none.</summary>
    public bool AreAbsent => Volatile.Read(ref _absence) is not null;

    /// <summary>The last moment at which a line's head is known to have stood.</summary>
    public long StoodAt(WalletLine line)
    {
        LookIfDue();
        var seenAt = line.SeenAt;
        // Lines that made no wallet yet know it by numbers of their own.
        return Volatile.Read(ref _absence) is { } absence && seenAt >= absence.Since
            && line.Head.Exists && seenAt >= Volatile.Read(ref TakenOverAt(line.WalletNo))
                ? Math.Max(seenAt, absence.At)
                : seenAt;
    }

    /// <summary>Whether a line's head stands, by a look that begins now.</summary>
    /// <returns>False when only its row can tell.</returns>
    public async ValueTask<bool> Tell(WalletLine line, CancellationToken cancellationToken)
    {
        LookIfDue();
        var asked = _time.GetTimestamp();
        // One that is under way may have begun before.
        for (var i = 0; i < 2 && AreAbsent && await Look().WaitAsync(cancellationToken); i++)
        {
            if (StoodAt(line) >= asked)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line of this journal has moved a head that another one had written.</summary>
    public void SeeTakenOver(long walletNo) =>
        Volatile.Write(ref TakenOverAt(walletNo), _time.GetTimestamp());

    private ref long TakenOverAt(long walletNo) =>
        ref _takenOverAt[walletNo % _takenOverAt.Length];

    // Nobody waits for it.
    private void LookIfDue()
    {
        if (_time.GetTimestamp() >= Volatile.Read(ref _nextLookAt))
        {
            _ = Look();
        }
    }

    // False when the database is away: who waits asks for the row, and that tells what is wrong.
    private Task<bool> Look()
    {
        TaskCompletionSource<bool> looking;
        lock (_beginning)
        {
            if (_looking is { } running)
            {
                return running.Task;
            }

            _looking = looking = new TaskCompletionSource<bool>();
        }

        _ = Look(looking);
        return looking.Task;
    }

    private async Task Look(TaskCompletionSource<bool> looking)
    {
        var (pause, isDone) = (_whileAway, false);
        try
        {
            var at = _time.GetTimestamp();
            var look = await _look();
            var before = Volatile.Read(ref _absence);
            Volatile.Write(ref _absence, look.AnyOther ? null
                : before?.Mark == look.Mark ? before with { At = at }
                : new Absence(look.Mark, _time.GetTimestamp(), at));
            (pause, isDone) = (look.AnyOther ? _betweenOthers : _aheadOfUse, true);
        }
        catch (Exception)
        {
            // Told by the result.
        }

        var ticks = pause.Ticks * _time.TimestampFrequency / TimeSpan.TicksPerSecond;
        Volatile.Write(ref _nextLookAt, _time.GetTimestamp() + ticks);
        lock (_beginning)
        {
            _looking = null;
        }

        looking.SetResult(isDone);
    }

    /// <param name="Mark">Of the looks that found nobody, one after another.</param>
    /// <param name="Since">Behind the first of them.</param>
    /// <param name="At">Before the last of them.</param>
    private sealed record Absence(string Mark, long Since, long At);
}
