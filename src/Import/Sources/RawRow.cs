namespace OrleansWallet.Import.Sources;

/// <summary>One row's text and where it stands.</summary>
/// <param name="Json">Valid until the next row is read.</param>
/// <param name="Line">From 1, in a file of one object a line; else null.</param>
/// <param name="Index">From 0, in a JSON array; else null.</param>
internal readonly record struct RawRow(ReadOnlyMemory<byte> Json, long? Line, long? Index);
