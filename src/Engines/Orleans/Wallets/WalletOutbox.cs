using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wallets;

/// <summary>
/// What is on its way to one wallet. It lives as long as anything is; then it closes for good.
/// </summary>
internal sealed class WalletOutbox(
    WalletId wallet, IWalletOrleansGrain grain, WalletOutboxes outboxes) : IThreadPoolWorkItem
{
    // More would keep the first of a message waiting for the last.
    private const int CommandsMax = 256;

    private readonly Lock _lock = new();
    private List<Letter> _waiting = [];
    private int _unanswered;
    private bool _isClosed;

    public WalletId Wallet => wallet;

    /// <returns>Null when this has closed: there is, or will be, another one.</returns>
    public Task<WalletAnswer>? TryExecute(WalletCommand command)
    {
        Letter? letter = null;
        var isFirst = false;
        lock (_lock)
        {
            if (_isClosed)
            {
                return null;
            }

            if (_unanswered == 0)
            {
                _unanswered = 1;
            }
            else
            {
                letter = new Letter(command);
                _waiting.Add(letter);
                isFirst = _waiting.Count == 1;
            }
        }

        if (letter is null)
        {
            return SendAlone(command);
        }

        if (isFirst)
        {
            // Behind everything that this process was about to do.
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        return letter.Task;
    }

    void IThreadPoolWorkItem.Execute()
    {
        Letter[][] messages;
        lock (_lock)
        {
            messages = [.. _waiting.Chunk(CommandsMax)];
            _waiting = [];
            _unanswered += messages.Length;
        }

        foreach (var message in messages)
        {
            _ = Send(message);
        }
    }

    private async Task<WalletAnswer> SendAlone(WalletCommand command)
    {
        try
        {
            return await outboxes.Send(grain, command);
        }
        finally
        {
            Answered();
        }
    }

    private async Task Send(Letter[] message)
    {
        try
        {
            var answers = await outboxes.Send(grain, Array.ConvertAll(message, l => l.Command));
            for (var i = 0; i < message.Length; i++)
            {
                message[i].TrySetResult(answers?[i] ?? WalletAnswer.OutcomeUnknown.Instance);
            }
        }
        catch (Exception)
        {
            // One of them can't be sent or executed. By themselves the others can; with the same
            // keys, should they have taken effect.
            foreach (var letter in message)
            {
                _ = SendAgain(letter);
            }
        }
        finally
        {
            Answered();
        }
    }

    private async Task SendAgain(Letter letter)
    {
        try
        {
            letter.TrySetResult(await outboxes.Send(grain, letter.Command));
        }
        catch (Exception e)
        {
            letter.TrySetException(e);
        }
    }

    private void Answered()
    {
        lock (_lock)
        {
            _unanswered--;
            if (_unanswered > 0 || _waiting.Count > 0)
            {
                return;
            }

            _isClosed = true;
        }

        outboxes.Remove(this);
    }

    private sealed class Letter(WalletCommand command)
        : TaskCompletionSource<WalletAnswer>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public WalletCommand Command => command;
    }
}
