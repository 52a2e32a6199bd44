using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Wallets;

/// <summary>
/// The live copy of a wallet: its line into the journal, its two states, and the calls between
/// them. Used from the turns of its grain only.
/// </summary>
internal sealed class WalletCopy
{
    private readonly GrainServices _services;
    private readonly CallKeys _keys;
    private readonly Flights _flights;
    private readonly List<PendingCall> _again = [];
    private readonly Queue<PendingCall> _waiting = [];
    private IWalletLine? _line;
    private long? _walletNo;
    private Task<JournalUnavailableException?>? _opening;
    private bool _pumping;
    private long _confirmedAt;

    public WalletCopy(WalletId id, GrainServices services)
    {
        Id = id;
        _services = services;
        _keys = new CallKeys(id, services.Options.RecentAnswersMax);
        _flights = new Flights(services.Logger, Land);
        Committed = Decided = WalletState.New(id);
    }

    public WalletId Id { get; }

    /// <summary>The wallet's number; once the copy was open, also while it is not.</summary>
    public long WalletNo => _walletNo ?? throw new InvalidOperationException("never open");

    public WalletState Committed { get; private set; }

    public WalletState Decided { get; private set; }

    private IWalletLine Line => _line ?? throw new InvalidOperationException("not open");

    /// <summary>Decides the call now, or as soon as the wallet is loaded.</summary>
    public void Submit(PendingCall call)
    {
        if (_services.Journal.IsFull)
        {
            call.Settle(WalletAnswer.NotAccepted.Instance);
        }
        else if (_line is not null && !_pumping)
        {
            Decide(call);
        }
        else
        {
            _waiting.Enqueue(call);
            StartPump();
        }
    }

    /// <summary>Opens the copy unless it is open.</summary>
    /// <returns>Null when it is open; else why it can't be: nothing was changed.</returns>
    public async ValueTask<JournalUnavailableException?> TryOpen(
        CancellationToken cancellationToken)
    {
        while (_line is null)
        {
            var opening = _opening ??= Open();
            try
            {
                if (await opening.WaitAsync(cancellationToken) is { } away)
                {
                    return away;
                }
            }
            finally
            {
                // Not while it runs: a second one beside it could swap the line of a flight.
                if (ReferenceEquals(_opening, opening) && opening.IsCompleted)
                {
                    _opening = null;
                }
            }
        }

        return null;
    }

    /// <summary>Makes sure that <see cref="Committed"/> was the head not long ago.</summary>
    /// <returns>Null when it was; else why that can't be known.</returns>
    public async ValueTask<JournalUnavailableException?> TryConfirm(
        CancellationToken cancellationToken)
    {
        if (await TryOpen(cancellationToken) is { } away)
        {
            return away;
        }

        while (_services.Time.GetElapsedTime(_confirmedAt) >= _services.Options.ConfirmAfter
            && !Line.WasCurrent(_services.Options.ConfirmAfter))
        {
            var line = Line;
            var asked = _services.Time.GetTimestamp();
            try
            {
                if (await line.IsCurrent(cancellationToken))
                {
                    _confirmedAt = Math.Max(_confirmedAt, asked);
                    return null;
                }
            }
            catch (JournalUnavailableException e)
            {
                return e;
            }

            if (_flights.Any)
            {
                // Their commits meet the fence and bring this copy up to date.
                await _flights.First.Settled;
            }
            else if (ReferenceEquals(line, _line))
            {
                _line = null;
            }

            if (await TryOpen(cancellationToken) is { } gone)
            {
                return gone;
            }
        }

        return null;
    }

    /// <summary>Waits until nothing is in flight.</summary>
    public ValueTask Drain() => _flights.Drain();

    // A value from here on: when the journal is away, all that waits for the copy fails by it.
    private async Task<JournalUnavailableException?> Open()
    {
        IWalletLine line;
        try
        {
            line = await _services.Journal.Open(Id, CancellationToken.None);
        }
        catch (JournalUnavailableException e)
        {
            return e;
        }

        _line = line;
        _walletNo = line.WalletNo;
        Committed = Decided = line.Opened;
        _confirmedAt = _services.Time.GetTimestamp();
        return null;
    }

    private void StartPump()
    {
        if (!_pumping)
        {
            _pumping = true;
            _ = Pump();
        }
    }

    // What was set aside is decided first and settles alone: so newer calls with keys of their
    // own can't set it aside over and over.
    private async Task Pump()
    {
        try
        {
            while (_again.Count > 0 || _waiting.Count > 0)
            {
                if (await TryOpen(CancellationToken.None) is not null)
                {
                    FailWaiting(WalletAnswer.NotAccepted.Instance);
                    return;
                }

                if (_again.Count > 0)
                {
                    var again = _again.ToArray();
                    _again.Clear();
                    DecideAll(again);
                    await Drain();
                    if (_again.Count == 0)
                    {
                        // Not before: a commit may have met more keys of the same calls.
                        _keys.ForgetMet();
                    }
                }
                else
                {
                    while (_line is not null && _waiting.TryDequeue(out var call))
                    {
                        Decide(call);
                    }
                }
            }
        }
        catch (Exception e)
        {
            GrainLog.WalletBug(_services.Logger, e);
            FailWaiting(WalletAnswer.OutcomeUnknown.Instance);
        }
        finally
        {
            _pumping = false;
        }
    }

    private void DecideAll(PendingCall[] calls)
    {
        foreach (var call in calls)
        {
            if (_line is null)
            {
                // Set aside again by one before it.
                _again.Add(call);
            }
            else
            {
                Decide(call);
            }
        }
    }

    private void FailWaiting(WalletAnswer answer)
    {
        PendingCall[] calls = [.. _again, .. _waiting];
        _again.Clear();
        _waiting.Clear();
        _keys.ForgetMet();
        foreach (var call in calls)
        {
            Fail(call, answer);
        }
    }

    private void Decide(PendingCall call)
    {
        if (_keys.FindLeader(call) is { } leader)
        {
            (leader.Followers ??= []).Add(call);
            return;
        }

        if (call.OnlyAt is { } seq && seq != Decided.Seq)
        {
            call.SettleStale();
            SubmitFollowers(call);
            return;
        }

        Unit? unit;
        Task<CommitResult>? commit;
        try
        {
            var decider = new CallDecider(call, Decided, Line.WalletNo, _keys.FindAnswer);
            unit = decider.Decide(_services.Time.GetUtcNow());
            commit = unit is null ? null : Line.Append(unit);
        }
        catch (Exception e)
        {
            // A bug, or a command that can't be: nothing was done, and the others go on.
            call.Fail(e);
            SubmitFollowers(call);
            return;
        }

        if (unit is null || commit is null)
        {
            call.Settle();
            SubmitFollowers(call);
            return;
        }

        Decided = unit.After;
        _keys.Begin(call);
        _flights.Add(call, commit);
    }

    private void Land(Flight flight, CommitResult result)
    {
        switch (result)
        {
            case CommitResult.Done:
                Commit(flight);
                break;
            case CommitResult.KnownKeys known:
                GoAround(Line.Renew(Committed), known.Known);
                break;
            case CommitResult.Fenced or CommitResult.Discarded:
                _keys.ForgetRecent();
                GoAround(null, null);
                break;
            case CommitResult.InDoubt:
                Crash(WalletAnswer.OutcomeUnknown.Instance);
                break;
            default:
                Crash(WalletAnswer.NotAccepted.Instance);
                break;
        }
    }

    private void Commit(Flight flight)
    {
        _flights.RemoveFirst();
        _confirmedAt = _services.Time.GetTimestamp();
        Committed = flight.Calls[^1].After!;
        Publish(flight);
        foreach (var call in flight.Calls)
        {
            _keys.End(call);
            call.Settle();
            SubmitFollowers(call);
        }
    }

    private void Publish(Flight flight)
    {
        if (!_services.Stream.HasSubscribers(Id))
        {
            return;
        }

        var entries = new List<Entry>();
        foreach (var call in flight.Calls)
        {
            entries.AddRange(call.Entries);
        }

        if (entries.Count > 0)
        {
            _services.Stream.Publish(new BalanceChanges(Id, WalletNo, entries));
        }
    }

    // Nothing of the flights took effect: their calls are decided again, in order.
    private void GoAround(IWalletLine? line, IReadOnlyDictionary<UInt128, KeyRecord>? known)
    {
        _again.AddRange(TakeFlights());
        if (known is not null)
        {
            _keys.Meet(known);
        }

        _line = line;
        Decided = Committed;
        StartPump();
    }

    // The first flight has this answer; those behind it were certainly not done.
    private void Crash(WalletAnswer answer)
    {
        var first = _flights.First.Calls.Count;
        var calls = TakeFlights();
        _line = null;
        Decided = Committed;
        for (var i = 0; i < calls.Count; i++)
        {
            Fail(calls[i], i < first ? answer : WalletAnswer.NotAccepted.Instance);
        }
    }

    private List<PendingCall> TakeFlights()
    {
        _keys.EndAll();
        return _flights.TakeAll();
    }

    private void SubmitFollowers(PendingCall call)
    {
        foreach (var follower in call.Followers ?? [])
        {
            Submit(follower);
        }

        call.Followers = null;
    }

    private static void Fail(PendingCall call, WalletAnswer answer)
    {
        call.Settle(answer);
        foreach (var follower in call.Followers ?? [])
        {
            Fail(follower, answer);
        }
    }
}
