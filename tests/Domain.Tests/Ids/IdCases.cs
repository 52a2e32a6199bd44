namespace OrleansWallet.Domain.Tests.Ids;

/// <summary>Texts that every opaque id takes, and that every one refuses.</summary>
public static class IdCases
{
    public static TheoryData<string> Valid() =>
    [
        "a", "Z", "0", "-", "alice", "9iD1-x_y.z:q@example.com", new string('a', 128),
    ];

    public static TheoryData<string?> Invalid() =>
    [
        null, "", " ", "a b", "a/b", "a|b", "a\0", "a\n", "a+b", "a,b", "a%b", "\u00E9",
        "\uD83D\uDE00", new string('a', 129),
    ];
}
