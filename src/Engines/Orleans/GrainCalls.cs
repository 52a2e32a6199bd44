using Microsoft.Extensions.Logging;
using OrleansWallet.Engines.Orleans.Hosting;

namespace OrleansWallet.Engines.Orleans;

/// <summary>
/// Calls grains wherever they are. A call that a dying silo cut off is made again by itself until
/// the deadline: every command has its key, so the second one cannot take effect twice.
/// </summary>
/// <remarks>
/// No call carries a cancellation to its grain: whoever gives up stops waiting, and what was asked
/// for goes on to its end. One that could be cancelled over there would cost each call a source
/// and a registration.
/// </remarks>
internal sealed partial class GrainCalls(
    OrleansOptions options, TimeProvider time, ILogger<GrainCalls> logger)
{
    /// <summary>What a call without a result gives.</summary>
    public static readonly object Answered = new();

    private readonly TimeSpan _deadline = options.CallDeadline;
    private readonly TimeSpan _pauseMax = options.RetryPauseMax;

    /// <returns>The grain's answer; null when there was none within the deadline, so that the
    /// call may or may not have taken effect.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public ValueTask<TResult?> Ask<TGrain, TArgument, TResult>(
        TGrain grain, TArgument argument, Func<TGrain, TArgument, ValueTask<TResult>> call,
        CancellationToken cancellationToken)
        where TResult : class
    {
        var asking = Ask(grain, argument, call);
        return cancellationToken.CanBeCanceled && !asking.IsCompleted
            ? new(asking.AsTask().WaitAsync(cancellationToken))
            : asking;
    }

    /// <summary>The same, for callers who don't give up.</summary>
    public async ValueTask<TResult?> Ask<TGrain, TArgument, TResult>(
        TGrain grain, TArgument argument, Func<TGrain, TArgument, ValueTask<TResult>> call)
        where TResult : class
    {
        var started = time.GetTimestamp();
        var pause = options.RetryPause;
        while (true)
        {
            try
            {
                return await call(grain, argument);
            }
            catch (Exception e) when (IsOfTheCluster(e))
            {
                LogRetried(e.GetType().Name);
                if (time.GetElapsedTime(started) + pause >= _deadline)
                {
                    return null;
                }
            }

            await Task.Delay(pause, time);
            pause = pause + pause < _pauseMax ? pause + pause : _pauseMax;
        }
    }

    // Of the way to the grain, not of the grain: that one answers with values.
    private static bool IsOfTheCluster(Exception e) =>
        e is OrleansException or TimeoutException or System.Net.Sockets.SocketException
            or IOException;

    [LoggerMessage(2950, LogLevel.Debug, "A grain's call is made again ({Exception})")]
    private partial void LogRetried(string exception);
}
