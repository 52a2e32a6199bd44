using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>The legal paths, written from the design and not from the rules.</summary>
internal static class LegalPaths
{
    private static readonly Dictionary<string, string[]> _trade = new(StringComparer.Ordinal)
    {
        [""] = ["requested", "escrowing"],
        ["requested"] = ["escrowing", "rejected"],
        ["escrowing"] = ["escrowed", "rejected", "paid", "expired"],
        ["escrowed"] = ["paid", "releasing", "cancelling", "expiring"],
        ["paid"] = ["releasing", "cancelling"],
        ["releasing"] = ["completed", "paid", "escrowed"],
        ["cancelling"] = ["cancelled"],
        ["expiring"] = ["expired"],
        ["expired"] = ["escrowing"],
        ["completed"] = [],
        ["cancelled"] = [],
        ["rejected"] = [],
    };

    private static readonly Dictionary<string, string[]> _withdrawal = new(StringComparer.Ordinal)
    {
        [""] = ["requested"],
        ["requested"] = ["locking", "refused"],
        ["locking"] = ["pending", "refused"],
        ["pending"] = ["paying", "rejecting", "cancelling"],
        ["paying"] = ["sent", "finishing", "review"],
        ["sent"] = ["finishing", "review"],
        ["review"] = ["paying", "rejecting", "sent", "finishing"],
        ["finishing"] = ["finished"],
        ["rejecting"] = ["rejected"],
        ["cancelling"] = ["cancelled"],
        ["finished"] = [],
        ["rejected"] = [],
        ["cancelled"] = [],
        ["refused"] = [],
    };

    private static readonly Dictionary<string, string[]> _topUp = new(StringComparer.Ordinal)
    {
        [""] = ["pending"],
        ["pending"] = ["crediting", "failed"],
        ["crediting"] = ["success", "failed"],
        ["success"] = [],
        ["failed"] = [],
    };

    private static readonly Dictionary<string, string[]> _order = new(StringComparer.Ordinal)
    {
        [""] = ["quoted", "reserving"],
        ["quoted"] = ["reserving", "expired"],
        ["reserving"] = ["taking", "refused"],
        ["taking"] = ["giving", "unreserving"],
        ["giving"] = ["completed", "returning"],
        ["returning"] = ["unreserving"],
        ["unreserving"] = ["refused"],
        ["completed"] = [],
        ["refused"] = [],
        ["expired"] = [],
    };

    private static readonly Dictionary<string, string[]> _referral = new(StringComparer.Ordinal)
    {
        [""] = ["attributing"],
        ["attributing"] = ["attributed", "refused"],
        ["refused"] = ["attributing"],
        ["attributed"] = [],
    };

    /// <summary>True where one status may follow another, or the kind has no paths.</summary>
    public static bool Allow(ProcessKind kind, string before, string status)
    {
        var steps = kind switch
        {
            ProcessKind.Trade => _trade,
            ProcessKind.Withdrawal => _withdrawal,
            ProcessKind.TopUp => _topUp,
            ProcessKind.Order => _order,
            ProcessKind.Referral => _referral,
            _ => null,
        };
        return before == status || steps is null
            || (steps.TryGetValue(before, out var next) && next.Contains(status));
    }
}
