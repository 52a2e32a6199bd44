using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit;

/// <summary>All that the auditor knows of one key.</summary>
internal sealed class KeyHistory(CommandKey key, long askedAt)
{
    // Hardly ever more than two.
    private readonly List<AskedInput> _inputs = new(1);

    public CommandKey Key { get; } = key;

    public UInt128 Hash { get; } = key.Hash();

    /// <summary>When it was first asked.</summary>
    public long AskedAt { get; } = askedAt;

    /// <summary>Every input that it was asked with.</summary>
    public IReadOnlyList<AskedInput> Inputs => _inputs;

    public void AddInput(AskedInput input)
    {
        foreach (var known in _inputs)
        {
            if (known.IsSame(input))
            {
                return;
            }
        }

        _inputs.Add(input);
    }

    /// <summary>
    /// True once it came with others to take effect together: its refusal may be another's.
    /// </summary>
    public bool WasTogether { get; set; }

    /// <summary>How often it came to a grain.</summary>
    public int Served { get; set; }

    /// <summary>How often a grain said that nothing was done.</summary>
    public int Denied { get; set; }

    /// <summary>True when every caller was told that nothing was done.</summary>
    public bool IsDenied => Served > 0 && Served == Denied;

    public AskedInput? DoneInput { get; set; }

    public TransactionId? Done { get; set; }

    public AskedInput? RefusedInput { get; set; }

    public Refusal? Refused { get; set; }
}
