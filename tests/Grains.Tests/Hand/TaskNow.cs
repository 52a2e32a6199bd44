namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>Results that must be there by now: nothing in these tests may wait.</summary>
internal static class TaskNow
{
    public static T Now<T>(this Task<T> task)
    {
        Assert.True(task.IsCompleted, "there is no answer yet");
        return task.GetAwaiter().GetResult();
    }
}
