namespace OrleansWallet.Domain.Ids;

/// <summary>The characters that ids may have: <c>A-Z a-z 0-9 . _ : @ -</c>, 1 to 128 of them.</summary>
public static class IdText
{
    public const int LengthMax = 128;

    private static readonly System.Buffers.SearchValues<char> _allowed =
        System.Buffers.SearchValues.Create(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:@-");

    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= LengthMax && !text.ContainsAnyExcept(_allowed);

    /// <exception cref="ArgumentException">Not an id.</exception>
    internal static string Require(string? text, string what) =>
        IsValid(text)
            ? text!
            : throw new ArgumentException(
                $"a {what} is 1 to {LengthMax} characters of A-Z a-z 0-9 . _ : @ -", what);
}
