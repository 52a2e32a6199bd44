using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts.Processes;

/// <summary>
/// Process states as JSON, as they are stored and sent between machines, and actions as they are
/// sent. Amounts are
/// <c>"150000000 BTC"</c>, in minor units; ids are strings; digests 32 hexadecimal digits.
/// </summary>
public sealed class ProcessJson : IProcessJson
{
    private readonly JsonSerializerOptions _options;
    private readonly IReadOnlyDictionary<ProcessKind, Type> _types;

    /// <param name="currencies">Must hold the currency of every stored amount.</param>
    public ProcessJson(CurrencyRegistry currencies)
    {
        _types = ProcessTypes.All;
        _options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower),
                new AmountJsonConverter(currencies),
                new CurrencyJsonConverter(currencies),
                TextJsonConverter.ForWalletId,
                TextJsonConverter.ForReferenceId,
                TextJsonConverter.ForProcessId,
                new DigestJsonConverter(),
                new ArrayJsonConverter<ProcessEvent>(new ProcessEventJsonConverter()),
                new ArrayJsonConverter<ProcessRequest>(new ProcessRequestJsonConverter()),
            },
        };
    }

    /// <inheritdoc/>
    public string Write(ProcessState state) =>
        JsonSerializer.Serialize(state, _types[state.Id.Kind], _options);

    /// <summary>An action's name between machines, e.g. <c>TradeAction.Cancel</c>.</summary>
    public static string NameOf(ProcessAction action) => ProcessActionTypes.NameOf(action.GetType());

    public string Write(ProcessAction action) =>
        JsonSerializer.Serialize(action, action.GetType(), _options);

    /// <exception cref="JsonException">It is not an action of this name.</exception>
    public ProcessAction ReadAction(string name, string json) =>
        ProcessActionTypes.ByName.TryGetValue(name, out var type)
            ? (ProcessAction)(JsonSerializer.Deserialize(json, type, _options)
                ?? throw new JsonException("a process action is null"))
            : throw new JsonException($"'{name}' is not a process action");

    /// <inheritdoc/>
    public ProcessState Read(ProcessKind kind, string json) =>
        (ProcessState)(JsonSerializer.Deserialize(json, _types[kind], _options)
            ?? throw new JsonException("a process state is null"));
}
