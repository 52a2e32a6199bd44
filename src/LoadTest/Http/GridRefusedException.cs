namespace OrleansWallet.LoadTest.Http;

/// <summary>The grid refused a call for a reason that asking again does not change.</summary>
internal sealed class GridRefusedException(string call, int status, Problem problem)
    : Exception($"{call}: {status} {problem}")
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The problem's stable code; null when the answer had none.</summary>
    public string? Code => problem.Code;
}
