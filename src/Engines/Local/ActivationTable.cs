using System.Collections.Concurrent;

namespace OrleansWallet.Engines.Local;

/// <summary>The activations of one kind of grain: made at the first call, dropped when idle.</summary>
internal sealed class ActivationTable<TKey, TGrain> : IDisposable
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Activation<TGrain>> _activations = new();
    private readonly Func<TKey, Activation<TGrain>> _create;
    private readonly LocalEngineOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _collector;

    public ActivationTable(
        Func<TKey, TGrain> create, LocalEngineOptions options, TimeProvider time)
    {
        _create = key => new Activation<TGrain>(create(key));
        _options = options;
        _time = time;
        _collector = time.CreateTimer(
            _ => Collect(), null, options.CollectionInterval, options.CollectionInterval);
    }

    public int Count => _activations.Count;

    /// <summary>Runs a call in turns of the key's grain.</summary>
    public ValueTask<TResult> Call<TArgument, TResult>(
        TKey key, TArgument argument, Func<TGrain, TArgument, ValueTask<TResult>> call)
    {
        var activation = Acquire(key);
        return activation.TryEnterHere()
            ? CallHere(activation, argument, call)
            : CallInTurn(activation, argument, call);
    }

    /// <summary>Drops what is idle; everything not in use when there are too many.</summary>
    public void Collect()
    {
        var idle = _activations.Count > _options.ActivationsMax
            ? TimeSpan.Zero
            : _options.IdleAfter;
        var since = _time.GetTimestamp()
            - (long)(idle.TotalSeconds * _time.TimestampFrequency);
        foreach (var (key, activation) in _activations)
        {
            if (activation.TryDrop(since))
            {
                _activations.TryRemove(KeyValuePair.Create(key, activation));
            }
        }
    }

    public void Dispose() => _collector.Dispose();

    private ValueTask<TResult> CallHere<TArgument, TResult>(
        Activation<TGrain> activation, TArgument argument,
        Func<TGrain, TArgument, ValueTask<TResult>> call)
    {
        ValueTask<TResult> answer;
        SynchronizationContext.SetSynchronizationContext(activation);
        try
        {
            answer = call(activation.Grain, argument);
        }
        catch (Exception e)
        {
            answer = ValueTask.FromException<TResult>(e);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
            activation.Leave();
        }

        if (!answer.IsCompletedSuccessfully)
        {
            return Finish(activation, answer);
        }

        activation.Release(_time.GetTimestamp());
        return answer;
    }

    private async ValueTask<TResult> Finish<TResult>(
        Activation<TGrain> activation, ValueTask<TResult> answer)
    {
        try
        {
            return await answer.ConfigureAwait(false);
        }
        finally
        {
            activation.Release(_time.GetTimestamp());
        }
    }

    private async ValueTask<TResult> CallInTurn<TArgument, TResult>(
        Activation<TGrain> activation, TArgument argument,
        Func<TGrain, TArgument, ValueTask<TResult>> call)
    {
        try
        {
            await activation.Enter();
            // The answer goes straight to the caller: what is left to do here needs no turn.
            return await call(activation.Grain, argument).ConfigureAwait(false);
        }
        finally
        {
            activation.Release(_time.GetTimestamp());
        }
    }

    private Activation<TGrain> Acquire(TKey key)
    {
        while (true)
        {
            var activation = _activations.GetOrAdd(key, _create);
            if (activation.TryAcquire())
            {
                return activation;
            }

            // Dropped a moment ago.
            _activations.TryRemove(KeyValuePair.Create(key, activation));
        }
    }
}
