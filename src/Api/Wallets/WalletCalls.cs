using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets;

/// <summary>
/// Calls wallets and waits for them only so long. A command whose answer does not come may have
/// happened: that is <see cref="WalletAnswer.OutcomeUnknown"/>, never a failure.
/// </summary>
public sealed partial class WalletCalls(
    IGrains grains, IOptions<WalletApiOptions> options, TimeProvider time,
    ILogger<WalletCalls> logger)
{
    private readonly TimeSpan _timeout = options.Value.GrainTimeout;

    public async ValueTask<WalletAnswer> Execute(
        WalletId wallet, WalletCommand command, CancellationToken cancellationToken)
    {
        try
        {
            var call = grains.Wallet(wallet).Execute(command, CancellationToken.None);
            return await Wait(call, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return Explain(error);
        }
    }

    /// <summary>An answer for each command, in order.</summary>
    public async ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
        WalletId wallet, IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken)
    {
        try
        {
            var call = grains.Wallet(wallet).ExecuteAll(commands, CancellationToken.None);
            return await Wait(call, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var answers = new WalletAnswer[commands.Count];
            Array.Fill(answers, Explain(error));
            return answers;
        }
    }

    public async ValueTask<WalletAnswer> Reverse(
        WalletId wallet, long seq, CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            var call = grains.Wallet(wallet).Reverse(seq, context, CancellationToken.None);
            return await Wait(call, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return Explain(error);
        }
    }

    /// <exception cref="WalletUnavailableException">The wallet can't be read now.</exception>
    public async ValueTask<WalletBalances> GetBalances(
        WalletId wallet, CancellationToken cancellationToken)
    {
        try
        {
            var call = grains.Wallet(wallet).GetBalances(CancellationToken.None);
            return await Wait(call, cancellationToken);
        }
        catch (Exception error)
            when (error is not WalletUnavailableException
                && !cancellationToken.IsCancellationRequested)
        {
            LogNoBalances(error);
            throw new WalletUnavailableException("the wallet gave no answer", error);
        }
    }

    // Only the wait ends with the caller: what it asked for goes on to its end, so the grain is told
    // of no cancellation. Not an asynchronous method itself: each one between the wallet and its
    // caller costs a turn.
    private Task<T> Wait<T>(ValueTask<T> call, CancellationToken cancellationToken) =>
        call.AsTask().WaitAsync(_timeout, time, cancellationToken);

    private WalletAnswer Explain(Exception error)
    {
        if (error is WalletUnavailableException)
        {
            return WalletAnswer.NotAccepted.Instance;
        }

        LogNoAnswer(error);
        return WalletAnswer.OutcomeUnknown.Instance;
    }

    [LoggerMessage(4101, LogLevel.Error, "A wallet gave no answer to a command")]
    private partial void LogNoAnswer(Exception error);

    [LoggerMessage(4102, LogLevel.Error, "A wallet could not be read")]
    private partial void LogNoBalances(Exception error);
}
