namespace OrleansWallet.Chaos.Calls;

/// <summary>The wallets of a run.</summary>
public static class Cast
{
    /// <summary>A demo user's wallet, closed before the run: what is sent to it comes back.</summary>
    public const string Closed = "carol";

    private const int HotCount = 4;
    private const int ColdCount = 200;
    private const double HotShare = 0.7;

    /// <summary>A wallet that is open.</summary>
    public static string Pick(Random random) =>
        random.NextDouble() < HotShare
            ? $"hot-{random.Next(HotCount)}"
            : $"cold-{random.Next(ColdCount)}";

    /// <summary>Another one; sometimes the closed one.</summary>
    public static string PickDestination(Random random, string source)
    {
        if (random.Next(20) == 0)
        {
            return Closed;
        }

        string picked;
        do
        {
            picked = Pick(random);
        }
        while (picked == source);
        return picked;
    }
}
