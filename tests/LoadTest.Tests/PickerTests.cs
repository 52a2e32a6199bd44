using OrleansWallet.LoadTest.Workloads;

namespace OrleansWallet.LoadTest.Tests;

public sealed class PickerTests
{
    private const int Picks = 100_000;

    [Fact]
    public void Pick_WhenUniform_PicksAllAboutAsOften()
    {
        var counts = Count(new Picker(10, 0), 10);

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
    }

    [Fact]
    public void Pick_WhenSkewed_FollowsZipfsLaw()
    {
        var counts = Count(new Picker(1_000, 1), 1_000);

        // The sum of 1/r to 1,000 is about 7.485.
        Assert.InRange(counts[0], 12_800, 13_900);
        Assert.InRange(counts[1], 6_300, 7_050);
        Assert.InRange(counts[9], 1_200, 1_480);
    }

    [Fact]
    public void Pick_OfOne_PicksIt()
    {
        Assert.Equal(0, new Picker(1, 0).Pick(7));
        Assert.Equal(0, new Picker(1, 2).Pick(long.MaxValue));
    }

    [Fact]
    public void Pick_OfTheSameNumber_PicksTheSame()
    {
        Assert.Equal(new Picker(500, 0.9).Pick(42), new Picker(500, 0.9).Pick(42));
    }

    private static int[] Count(Picker picker, int wallets)
    {
        var counts = new int[wallets];
        for (long number = 1; number <= Picks; number++)
        {
            counts[picker.Pick(number)]++;
        }

        return counts;
    }
}
