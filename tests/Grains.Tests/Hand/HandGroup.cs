using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>Units of one line that commit together.</summary>
internal sealed class HandGroup(HandLine line)
{
    public HandLine Line { get; } = line;

    public List<Unit> Units { get; } = [];

    public TaskCompletionSource<CommitResult> Result { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
