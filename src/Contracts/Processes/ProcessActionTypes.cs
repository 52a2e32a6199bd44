using System.Collections.Frozen;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts.Processes;

/// <summary>The actions of every kind of process, by the name that goes between machines.</summary>
public static class ProcessActionTypes
{
    public static readonly FrozenDictionary<string, Type> ByName = typeof(ProcessAction).Assembly
        .GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ProcessAction)) && !type.IsAbstract)
        .ToFrozenDictionary(NameOf);

    internal static string NameOf(Type type) => $"{type.DeclaringType?.Name}.{type.Name}";
}
