using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Tests;

/// <summary>Every message of the contracts crosses the wire and arrives as it was sent.</summary>
public sealed class SurrogateTests : IDisposable
{
    // What crosses as itself.
    private static readonly HashSet<Type> _plain =
        [typeof(long), typeof(CancellationToken), typeof(void), typeof(ValueTask)];

    // What crosses, each with the message that carries it.
    private static readonly Dictionary<Type, Func<object, object>> _messages = new()
    {
        [typeof(WalletCommand)] = v => new WalletCommandMessage((WalletCommand)v),
        [typeof(IReadOnlyList<WalletCommand>)] = v =>
            new WalletCommandsMessage((IReadOnlyList<WalletCommand>)v),
        [typeof(CommandContext)] = v => new CommandContextMessage((CommandContext)v),
        [typeof(WalletAnswer)] = v => new WalletAnswerMessage((WalletAnswer)v),
        [typeof(IReadOnlyList<WalletAnswer>)] = v =>
            new WalletAnswersMessage((IReadOnlyList<WalletAnswer>)v),
        [typeof(WalletBalances)] = v => new WalletBalancesMessage((WalletBalances)v),
        [typeof(ProcessAction)] = v => new ProcessActionMessage((ProcessAction)v),
        [typeof(ProcessAnswer)] = v => new ProcessAnswerMessage((ProcessAnswer)v),
        [typeof(ProcessState)] = v => new ProcessStateMessage((ProcessState)v),
        [typeof(BalanceChanges)] = v => new BalanceChangesMessage([(BalanceChanges)v]),
        [typeof(ProcessChanged)] = v => new ProcessChangesMessage([(ProcessChanged)v]),
    };

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(CurrencyRegistry.Default).AddSingleton<ProcessJson>().AddSerializer()
        .BuildServiceProvider();

    public static TheoryData<Type> Commands => Family(typeof(WalletCommand));

    public static TheoryData<Type> Answers => Family(typeof(WalletAnswer));

    public static TheoryData<Type> ProcessAnswers => Family(typeof(ProcessAnswer));

    public static TheoryData<Type> Actions => [.. ProcessActionTypes.ByName.Values];

    [Fact]
    public void Contracts_WhenSomethingCrosses_ItHasAMessage()
    {
        var crossing = new[] { typeof(IWalletGrain), typeof(IProcessGrain) }
            .SelectMany(contract => contract.GetMethods())
            .SelectMany(method => method.GetParameters().Select(p => p.ParameterType)
                .Append(ResultOf(method.ReturnType)))
            .Concat([
                typeof(IBalanceStream).GetMethod("Publish")!.GetParameters()[0].ParameterType,
                typeof(IProcessStream).GetMethod("Publish")!.GetParameters()[0].ParameterType,
            ]);

        Assert.All(crossing.Distinct(), type => Assert.True(
            _plain.Contains(type) || _messages.ContainsKey(type), $"{type} has no message"));
    }

    [Theory, MemberData(nameof(Commands))]
    public void Command_WhenItCrosses_ArrivesAsItWas(Type type)
    {
        var command = (WalletCommand)Samples.Make(type);

        AssertSame(command, Cross(new WalletCommandMessage(command)).Command);
        AssertSame(command, Cross(new WalletCommandsMessage([command])).Commands.Single());
    }

    [Theory, MemberData(nameof(Answers))]
    public void Answer_WhenItCrosses_ArrivesAsItWas(Type type)
    {
        var answer = (WalletAnswer)Samples.Make(type);

        AssertSame(answer, Cross(new WalletAnswerMessage(answer)).Answer);
        AssertSame(answer, Cross(new WalletAnswersMessage([answer])).Answers.Single());
    }

    [Theory, MemberData(nameof(ProcessAnswers))]
    public void ProcessAnswer_WhenItCrosses_ArrivesAsItWas(Type type)
    {
        ProcessAnswer answer = type == typeof(ProcessAnswer.Done)
            ? new ProcessAnswer.Done(Trade(), 7, Replayed: true)
            : (ProcessAnswer)Samples.Make(type);

        AssertSame(answer, Cross(new ProcessAnswerMessage(answer)).Answer);
    }

    [Theory, MemberData(nameof(Actions))]
    public void Action_WhenItCrosses_ArrivesAsItWas(Type type)
    {
        var action = (ProcessAction)Samples.Make(type);

        AssertSame(action, Cross(new ProcessActionMessage(action)).Action);
    }

    [Fact]
    public void Others_WhenTheyCross_ArriveAsTheyWere()
    {
        var context = Samples.Make<CommandContext>();
        Assert.Equal(context, Cross(new CommandContextMessage(context)).Context);
        var balances = Samples.Make<WalletBalances>();
        AssertSame(balances, Cross(new WalletBalancesMessage(balances)).Balances!);
        Assert.Null(Cross(new WalletBalancesMessage(null)).Balances);
        var changes = new BalanceChanges(new WalletId("w"), 2, [Samples.Make<Entry>()]);
        AssertSame(changes, Cross(new BalanceChangesMessage([changes])).Changes.Single());
        var changed = new ProcessChanged(Trade(), 3);
        AssertSame(changed, Cross(new ProcessChangesMessage([changed])).Changes.Single());
        AssertSame(Trade(), Cross(new ProcessStateMessage(Trade())).State!);
        Assert.True(Cross(new ProcessStateMessage(null, IsAway: true)).IsAway);
        Assert.Null(Cross(new ProcessStateMessage(null)).State);
    }

    public void Dispose() => _services.Dispose();

    private static TradeState Trade() => Samples.Make<TradeState>();

    private static TheoryData<Type> Family(Type parent) =>
        [.. parent.GetNestedTypes().Where(type => type.IsSubclassOf(parent))];

    private static Type ResultOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>)
            ? type.GetGenericArguments()[0]
            : type;

    // Records compare their lists by reference, so what is compared is all that they hold.
    private static void AssertSame(object expected, object actual)
    {
        Assert.Equal(expected.GetType(), actual.GetType());
        Assert.Equal(Show(expected), Show(actual));
    }

    private static string Show(object? value)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true }
            || value is Int128 or UInt128 or DateTimeOffset or TimeSpan)
        {
            return $"{value}";
        }

        if (value is System.Collections.IEnumerable many)
        {
            return $"[{string.Join(", ", many.Cast<object>().Select(Show))}]";
        }

        var properties = value.GetType().GetProperties(
            BindingFlags.Instance | BindingFlags.Public);
        return properties.Length == 0 || value is EntryHash
            ? $"{value}"
            : $"{{{string.Join(", ", properties.Where(p => p.GetIndexParameters().Length == 0)
                .Select(p => $"{p.Name}={Show(p.GetValue(value))}"))}}}";
    }

    private T Cross<T>(T message)
    {
        var serializer = _services.GetRequiredService<Serializer>();
        return serializer.Deserialize<T>(serializer.SerializeToArray(message))!;
    }
}
