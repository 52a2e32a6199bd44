namespace OrleansWallet.Import.Tests.Sources;

/// <summary>Gives a few bytes a read, so that every border between two reads is met.</summary>
internal sealed class TrickleStream(byte[] bytes, int atOnce) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) =>
        base.Read(buffer[..Math.Min(buffer.Length, atOnce)]);
}
