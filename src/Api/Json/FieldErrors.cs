using System.Collections.ObjectModel;
using Microsoft.AspNetCore.Http.HttpResults;
using OrleansWallet.Api.Problems;

namespace OrleansWallet.Api.Json;

/// <summary>Collects what is wrong with a request, by the field's name in the JSON.</summary>
/// <param name="prefix">Precedes each name, e.g. <c>operations[3].</c>.</param>
public sealed class FieldErrors(string prefix = "")
{
    private Dictionary<string, string[]>? _messages;

    public bool IsEmpty => _messages is null;

    /// <summary>The code that all errors share, else <see cref="ProblemCodes.Validation"/>.</summary>
    public string Code { get; private set; } = ProblemCodes.Validation;

    public IReadOnlyDictionary<string, string[]> Messages =>
        _messages ?? (IReadOnlyDictionary<string, string[]>)ReadOnlyDictionary<string, string[]>.Empty;

    /// <param name="field">The name in the JSON.</param>
    /// <param name="message">What is wrong, as the rest of a sentence about the field.</param>
    /// <param name="code">The problem's code, if all errors have this one.</param>
    public void Add(string field, string message, string code = ProblemCodes.Validation) =>
        AddLines(prefix + field, [$"{prefix}{field} {message}."], code);

    /// <summary>Takes over what another collection says of a field.</summary>
    public void AddLines(string name, string[] lines, string code)
    {
        Code = _messages is null || Code == code ? code : ProblemCodes.Validation;
        _messages ??= new Dictionary<string, string[]>(StringComparer.Ordinal);
        _messages[name] =
            _messages.TryGetValue(name, out var earlier) ? [.. earlier, .. lines] : lines;
    }

    /// <summary>400 with the messages of each field.</summary>
    public ProblemHttpResult ToResult() => Problem.Validation(_messages ??= [], Code);

    /// <summary>400 for one field.</summary>
    public static ProblemHttpResult Of(
        string field, string message, string code = ProblemCodes.Validation)
    {
        var errors = new FieldErrors();
        errors.Add(field, message, code);
        return errors.ToResult();
    }
}
