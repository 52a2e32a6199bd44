using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Api.Processes;

/// <summary>Calls processes, waits for them only so long, and turns answers into results.</summary>
public sealed partial class ProcessCalls(
    IGrains grains, KeysUnderWay keysUnderWay, IOptions<WalletApiOptions> options,
    TimeProvider time, ILogger<ProcessCalls> logger)
{
    private readonly TimeSpan _timeout = options.Value.GrainTimeout;

    /// <summary>Acts and answers with the view of the state, or with the problem.</summary>
    /// <param name="http">The call; told when the answer is a replay.</param>
    /// <param name="key">The caller's request.</param>
    /// <param name="id">Which process.</param>
    /// <param name="action">What is wanted; its request is taken from <paramref name="key"/>.</param>
    /// <param name="view">The answer to a state.</param>
    public async Task<IResult> Act<TState>(
        HttpContext http, RequestKey key, ProcessId id, ProcessAction action,
        Func<TState, IResult> view)
        where TState : ProcessState
    {
        if (key.Caller is { } caller && !keysUnderWay.TryEnter(caller))
        {
            return OperationRunner.KeyInProgress();
        }

        try
        {
            var answer = await Act(id, action, http.RequestAborted);
            if (answer is not ProcessAnswer.Done done)
            {
                return ProcessProblems.Of(answer, id.Kind);
            }

            if (done.Replayed)
            {
                http.Response.Headers[CallerKey.ReplayedHeader] = "true";
            }

            return view((TState)done.State);
        }
        finally
        {
            if (key.Caller is { } entered)
            {
                keysUnderWay.Exit(entered);
            }
        }
    }

    public async ValueTask<ProcessAnswer> Act(
        ProcessId id, ProcessAction action, CancellationToken cancellationToken)
    {
        try
        {
            return await grains.Process(id).Act(action, cancellationToken).AsTask()
                .WaitAsync(_timeout, time, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNoAnswer(error, id.Kind);
            return ProcessAnswer.OutcomeUnknown.Instance;
        }
    }

    /// <summary>The committed state; null when there is none.</summary>
    /// <exception cref="WalletUnavailableException">It can't be read now.</exception>
    public async ValueTask<TState?> Get<TState>(
        ProcessId id, CancellationToken cancellationToken)
        where TState : ProcessState =>
        (TState?)await grains.Process(id).Get(cancellationToken);

    [LoggerMessage(4110, LogLevel.Error, "A {Kind} gave no answer")]
    private partial void LogNoAnswer(Exception error, ProcessKind kind);
}
