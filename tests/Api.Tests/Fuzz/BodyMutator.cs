using System.Text;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>Changes the bytes of a body.</summary>
internal static class BodyMutator
{
    private const int OverLimit = (1024 * 1024) + 1;

    public static byte[] Mutate(Random random, byte[] body)
    {
        var bytes = body.ToArray();
        switch (random.Next(10))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                random.NextBytes(bytes);
                return bytes;
            case 2:
                for (var i = random.Next(1, 6); i > 0; i--)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }

                return bytes;
            case 3:
                // Overlong, cut and stray UTF-8.
                return Insert(bytes, random, random.Pick<byte[]>(
                    [[0xc0, 0x80], [0xe2, 0x82], [0xff], [0xed, 0xa0, 0x80], [0x00]]));
            case 4:
                return [0xef, 0xbb, 0xbf, .. bytes];
            case 5:
                return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes));
            case 6:
                return [.. bytes, .. Encoding.UTF8.GetBytes(BadValues.Fragment(random)), .. bytes];
            case 7:
                return [.. Enumerable.Repeat((byte)' ', OverLimit), .. bytes];
            case 8:
                return [.. Enumerable.Repeat((byte)'[', random.Next(1, 100_000))];
            default:
                return [];
        }
    }

    private static byte[] Insert(byte[] bytes, Random random, byte[] more)
    {
        var at = random.Next(bytes.Length);
        return [.. bytes[..at], .. more, .. bytes[at..]];
    }
}
