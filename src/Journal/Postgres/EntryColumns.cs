using System.Numerics;
using Npgsql;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Reads rows of <c>entries</c>.</summary>
internal static class EntryColumns
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string List =
        "e.seq, e.kind, e.account, e.leg, e.at, e.amount, e.available, e.locked, e.currency, "
        + "e.type, e.reference, e.counterparty, e.hold, e.note, e.metadata, e.expires_at, "
        + "e.link_wallet_no, e.link_seq, e.hash";

    public const int Count = 19;

    /// <param name="reader">On a row.</param>
    /// <param name="at">Ordinal of the first of <see cref="List"/>.</param>
    /// <param name="currencies">Must know every currency of the journal.</param>
    public static Entry Read(NpgsqlDataReader reader, int at, CurrencyRegistry currencies) => new()
    {
        Seq = reader.GetInt64(at),
        Kind = (EntryKind)reader.GetInt16(at + 1),
        Account = (AccountKind)reader.GetInt16(at + 2),
        Leg = reader.GetInt16(at + 3),
        At = reader.GetFieldValue<DateTimeOffset>(at + 4),
        Amount = reader.IsDBNull(at + 5)
            ? null
            : new Amount(Wide(reader, at + 5), currencies[reader.GetString(at + 8)]),
        Available = Wide(reader, at + 6),
        Locked = Wide(reader, at + 7),
        Type = new TransactionType(reader.GetString(at + 9)),
        Reference = new ReferenceId(reader.GetString(at + 10)),
        Counterparty = Text(reader, at + 11) is { } other ? new Counterparty(other) : null,
        Hold = Text(reader, at + 12) is { } hold ? new ReferenceId(hold) : null,
        Note = Text(reader, at + 13),
        Metadata = Text(reader, at + 14),
        ExpiresAt = reader.IsDBNull(at + 15)
            ? null
            : reader.GetFieldValue<DateTimeOffset>(at + 15),
        Link = reader.IsDBNull(at + 16)
            ? null
            : new EntryLink(reader.GetInt64(at + 16), reader.GetInt64(at + 17)),
        Hash = new EntryHash(reader.GetFieldValue<byte[]>(at + 18)),
    };

    public static Int128 Wide(NpgsqlDataReader reader, int at) =>
        (Int128)reader.GetFieldValue<BigInteger>(at);

    private static string? Text(NpgsqlDataReader reader, int at) =>
        reader.IsDBNull(at) ? null : reader.GetString(at);
}
