using System.Reflection;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Testing;

namespace OrleansWallet.Engines.Orleans.Tests;

/// <summary>Makes a value of any message type with nothing left empty.</summary>
internal static class Samples
{
    public static T Make<T>() => (T)Make(typeof(T));

    public static object Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Simple(type) is { } simple)
        {
            return simple;
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        if (ElementOf(type) is { } element)
        {
            var items = Array.CreateInstance(element, 1);
            items.SetValue(Make(element), 0);
            return Collect(type, items);
        }

        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type} can't be made");
        var made = constructor.Invoke(
            [.. constructor.GetParameters().Select(p => Make(p.ParameterType))]);
        Fill(made);
        return made;
    }

    private static object? Simple(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(int) => 3,
        _ when type == typeof(long) => 4L,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Int128) => (Int128)5,
        _ when type == typeof(UInt128) => (UInt128)6,
        _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(7),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddDays(8),
        _ when type == typeof(Currency) => Commands.UsDollar,
        _ when type == typeof(Amount) => Commands.Usd(9),
        _ when type == typeof(WalletId) => new WalletId("w"),
        _ when type == typeof(ReferenceId) => new ReferenceId("r"),
        _ when type == typeof(TransactionType) => new TransactionType("t"),
        _ when type == typeof(Counterparty) => Commands.Cash,
        _ when type == typeof(CommandKey) => Commands.Key("k"),
        _ when type == typeof(CommandContext) => new CommandContext(
            Commands.Key("k"), new TransactionType("t"), new ReferenceId("r"), "note", "{}"),
        _ when type == typeof(EntryHash) => new EntryHash(
            [.. Enumerable.Range(0, EntryHash.Size).Select(i => (byte)i)]),
        _ when type == typeof(ProcessId) => new ProcessId(ProcessKind.Trade, "p"),
        _ => null,
    };

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType
                && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is { } sequence
            ? sequence.GetGenericArguments()[0]
            : null;

    private static object Collect(Type type, Array items) =>
        type.IsInterface
            ? items
            : typeof(System.Collections.Immutable.ImmutableArray).GetMethods()
                .Single(m => m.Name == "Create" && m.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(items.GetType().GetElementType()!).Invoke(null, [items])!;

    private static void Fill(object made)
    {
        foreach (var property in made.GetType().GetProperties(
            BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.CanWrite && property.GetIndexParameters().Length == 0)
            {
                property.SetValue(made, Make(property.PropertyType));
            }
        }
    }
}
