namespace OrleansWallet.Api.Tests.Fakes;

/// <summary>Waits for what happens on other threads.</summary>
public static class Eventually
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    public static async Task Is(Func<bool> condition)
    {
        using var end = new CancellationTokenSource(_patience);
        while (!condition())
        {
            await Task.Delay(10, end.Token);
        }
    }
}
