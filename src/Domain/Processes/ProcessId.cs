using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Processes;

/// <summary>The address of a process: its kind, and an id that is unique in it.</summary>
public readonly record struct ProcessId
{
    private readonly string? _value;

    /// <exception cref="ArgumentException">The value is not an id.</exception>
    public ProcessId(ProcessKind kind, string value)
    {
        Kind = kind;
        _value = IdText.Require(value, "process id");
    }

    public ProcessKind Kind { get; }

    /// <summary>1 to 128 characters of <c>A-Z a-z 0-9 . _ : @ -</c>.</summary>
    public string Value =>
        _value ?? throw new InvalidOperationException("a default ProcessId has no value");

    /// <summary>The key of one of its steps: the same command for ever.</summary>
    public CommandKey StepKey(string step) => CommandKey.FromProcess($"{Kind}:{Value}", step);

    /// <summary>The name of its hold or transaction; no caller can name one so.</summary>
    public ReferenceId Reference() => new(ReferenceId.ProcessPrefix + Value);

    public override string ToString() => $"{Kind}:{Value}";
}
