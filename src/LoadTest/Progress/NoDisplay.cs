namespace OrleansWallet.LoadTest.Progress;

/// <summary>Shows nothing: standard output belongs to the report alone.</summary>
internal sealed class NoDisplay : IProgressDisplay
{
    public Task ShowAsync(Task work, Func<ProgressFacts> read) => work;
}
