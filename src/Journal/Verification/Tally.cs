namespace OrleansWallet.Journal.Verification;

/// <summary>Counts what one check looks at and finds.</summary>
internal sealed class Tally(string name, string unit, bool isNotice = false)
{
    private readonly List<Breach> _examples = [];

    public long Looked { get; set; }

    public long Breaches { get; private set; }

    public TimeSpan Elapsed { get; set; }

    public void Add(long? walletNo, long? seq, string what)
    {
        Breaches++;
        if (_examples.Count < VerificationCheck.ExamplesMax)
        {
            _examples.Add(new Breach(walletNo, seq, what));
        }
    }

    public VerificationCheck ToCheck() =>
        new(name, Looked, unit, Breaches, _examples, Elapsed) { IsNotice = isNotice };
}
