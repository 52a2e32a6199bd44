using System.Globalization;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Engines.Orleans.Streams;

/// <summary>The streams that users are spread over: one a user would cost a write a connect.</summary>
internal static class Partitions
{
    /// <summary>The provider that carries both kinds of stream.</summary>
    public const string Provider = "wallet";

    public const string Balances = "balances";

    public const string Processes = "processes";

    /// <summary>The same in every process: by a digest, not by a hash code.</summary>
    public static int Of(string user, int count) => (int)(Digest.Of(user) % (uint)count);

    public static StreamId StreamOf(string kind, int partition) =>
        StreamId.Create(kind, partition.ToString(CultureInfo.InvariantCulture));
}
