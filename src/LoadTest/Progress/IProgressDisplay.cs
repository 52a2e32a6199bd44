namespace OrleansWallet.LoadTest.Progress;

/// <summary>Shows a part of a run while it goes on.</summary>
internal interface IProgressDisplay
{
    /// <summary>Shows until the work ends, then ends as the work did.</summary>
    /// <param name="read">The facts of now; called several times a second.</param>
    Task ShowAsync(Task work, Func<ProgressFacts> read);
}
