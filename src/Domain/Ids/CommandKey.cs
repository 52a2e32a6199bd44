namespace OrleansWallet.Domain.Ids;

/// <summary>
/// The key by which a command takes effect at most once, for ever. Its text begins with its
/// origin, so that no caller can meet or burn a key of another origin.
/// </summary>
/// <remarks>
/// Within an origin the parts are divided by <c>/</c>, which only the last one may hold: ids hold
/// <c>:</c>, and divided by that, the key <c>b:c</c> of <c>a</c> would be <c>c</c> of <c>a:b</c>.
/// </remarks>
public readonly record struct CommandKey
{
    public const int LengthMax = 255;

    private readonly string? _text;

    private CommandKey(KeyOrigin origin, string text)
    {
        Origin = origin;
        _text = text;
    }

    public KeyOrigin Origin { get; }

    /// <summary>The key with its origin's prefix.</summary>
    /// <exception cref="InvalidOperationException">This is a default value.</exception>
    public string Text =>
        _text ?? throw new InvalidOperationException("a default CommandKey has no value");

    /// <summary>False for a derived key: refusals don't burn it.</summary>
    public bool IsExplicit => Origin != KeyOrigin.Derived;

    /// <summary>A key that <paramref name="user"/> chose, 1 to 255 printable ASCII characters.</summary>
    public static CommandKey FromUser(string user, string key) =>
        new(KeyOrigin.User, $"u:{RequirePart(user)}/{Require(key)}");

    /// <summary>A key that the service caller <paramref name="service"/> chose.</summary>
    public static CommandKey FromService(string service, string key) =>
        new(KeyOrigin.Service, $"svc:{RequirePart(service)}/{Require(key)}");

    /// <summary>The key of one step of one process.</summary>
    public static CommandKey FromProcess(string process, string step) =>
        new(KeyOrigin.Process, $"proc:{RequirePart(process)}/{Require(step)}");

    /// <summary>The key of one end (<c>accept</c>, <c>return</c>) of a posting.</summary>
    public static CommandKey FromPosting(WalletId source, long seq, string end) =>
        new(KeyOrigin.Posting, $"post:{source.Value}/{seq}/{RequirePart(end)}");

    /// <summary>The key of a wallet's operation that came without one.</summary>
    public static CommandKey Derived(
        WalletId wallet, string operation, TransactionType type, ReferenceId reference) =>
        new(KeyOrigin.Derived,
            $"ref:{RequirePart(operation)}/{type.Value}/{wallet.Value}/{reference.Value}");

    /// <summary>The key of the one expiry of one hold; a name may be used again later.</summary>
    public static CommandKey OfExpiry(WalletId wallet, ReferenceId hold, DateTimeOffset createdAt) =>
        new(KeyOrigin.Derived, $"ref:expiry/{wallet.Value}/{hold.Value}/{createdAt.UtcTicks}");

    /// <summary>The key by which a transaction is reversed once, whoever asks.</summary>
    public static CommandKey OfReversal(WalletId wallet, long seq) =>
        new(KeyOrigin.Derived, $"ref:reversal/{wallet.Value}/{seq}");

    /// <summary>A key already prefixed, as a look-up names it.</summary>
    public static bool TryParse(string? text, out CommandKey key)
    {
        key = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0 || text!.Length > 3 * LengthMax || !IsPrintable(text.AsSpan(colon + 1)))
        {
            return false;
        }

        KeyOrigin? origin = text[..colon] switch
        {
            "u" => KeyOrigin.User,
            "svc" => KeyOrigin.Service,
            "proc" => KeyOrigin.Process,
            "post" => KeyOrigin.Posting,
            "ref" => KeyOrigin.Derived,
            _ => null,
        };
        if (origin is null)
        {
            return false;
        }

        key = new CommandKey(origin.Value, text);
        return true;
    }

    public static bool IsValidKey(string? key) =>
        key is { Length: <= LengthMax } && IsPrintable(key);

    /// <summary>
    /// The key as the journal keeps it: the first bits of its SHA-256. When the caller's part begins
    /// with a UUID of version 7, the UUID's second goes before them, and before those of a posting
    /// its source and number: see <see cref="KeyPlace"/>.
    /// </summary>
    public UInt128 Hash() => KeyPlace.Of(Text);

    /// <summary>The first 128 bits of its SHA-256, for names that are derived from it.</summary>
    public UInt128 Digest() => Ids.Digest.Of(Text);

    public override string ToString() => Text;

    private static string Require(string key) =>
        IsValidKey(key)
            ? key
            : throw new ArgumentException(
                $"a key is 1 to {LengthMax} printable ASCII characters without spaces", nameof(key));

    private static string RequirePart(string part) =>
        Require(part).Contains('/', StringComparison.Ordinal)
            ? throw new ArgumentException($"'{part}' holds '/', which divides a key", nameof(part))
            : part;

    private static bool IsPrintable(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange('!', '~');
}
