using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace OrleansWallet.Providers.Http;

/// <summary>The pipelines of one provider: reads and writes share one circuit.</summary>
internal sealed class Resilience
{
    public Resilience(
        string provider, ResilienceOptions options, TimeProvider time, ILogger logger)
    {
        var circuit = Builder(time)
            .AddCircuitBreaker(Circuit(provider, options, logger))
            .Build();
        var reads = Builder(time);
        if (options.Retries > 0)
        {
            reads.AddRetry(Retry(options));
        }

        Reads = reads.AddPipeline(circuit).AddTimeout(options.AttemptTimeout).Build();

        // A write is sent once: whether it was done can't be told from a failure.
        Writes = Builder(time).AddPipeline(circuit).AddTimeout(options.AttemptTimeout).Build();
    }

    public ResiliencePipeline<RawAnswer> Reads { get; }

    public ResiliencePipeline<RawAnswer> Writes { get; }

    private static ResiliencePipelineBuilder<RawAnswer> Builder(TimeProvider time) =>
        new() { TimeProvider = time };

    private static CircuitBreakerStrategyOptions<RawAnswer> Circuit(
        string provider, ResilienceOptions options, ILogger logger) =>
        new()
        {
            FailureRatio = 0.5,
            MinimumThroughput = options.BreakAfter,
            SamplingDuration = options.BreakWindow,
            BreakDuration = options.BreakFor,
            ShouldHandle = args => ValueTask.FromResult(IsFailure(args.Outcome)),
            OnOpened = args =>
            {
                ProviderLog.CircuitOpened(logger, provider, args.BreakDuration);
                return ValueTask.CompletedTask;
            },
            OnClosed = _ =>
            {
                ProviderLog.CircuitClosed(logger, provider);
                return ValueTask.CompletedTask;
            },
        };

    private static RetryStrategyOptions<RawAnswer> Retry(ResilienceOptions options) =>
        new()
        {
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = options.RetryDelay,
            UseJitter = true,
            ShouldHandle = args => ValueTask.FromResult(
                IsFailure(args.Outcome) || MayWait(args.Outcome.Result, options)),
            DelayGenerator = args => ValueTask.FromResult(
                MayWait(args.Outcome.Result, options) ? args.Outcome.Result!.RetryAfter : null),
        };

    private static bool IsFailure(Outcome<RawAnswer> outcome) =>
        outcome.Result is { IsFailure: true }
        || outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException
        || outcome.Exception is TaskCanceledException { InnerException: TimeoutException };

    private static bool MayWait(RawAnswer? answer, ResilienceOptions options) =>
        answer is { IsTurnedAway: true } && answer.RetryAfter <= options.RetryAfterMax;
}
