using System.Text.Json;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts.Processes;

/// <summary>Process states as they are stored.</summary>
public interface IProcessJson
{
    string Write(ProcessState state);

    /// <exception cref="JsonException">It is not a state of this kind.</exception>
    ProcessState Read(ProcessKind kind, string json);
}
