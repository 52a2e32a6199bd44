using Microsoft.AspNetCore.Mvc;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>The query string of a list of transactions.</summary>
internal sealed class TransactionsRequest
{
    public const int LimitDefault = 50;
    public const int LimitMax = 500;

    [FromQuery(Name = "currency")]
    public string? Currency { get; init; }

    [FromQuery(Name = "account")]
    public string? Account { get; init; }

    [FromQuery(Name = "type")]
    public string? Type { get; init; }

    [FromQuery(Name = "direction")]
    public string? Direction { get; init; }

    [FromQuery(Name = "reference_id")]
    public string? ReferenceId { get; init; }

    [FromQuery(Name = "from")]
    public string? From { get; init; }

    [FromQuery(Name = "to")]
    public string? To { get; init; }

    [FromQuery(Name = "min_amount")]
    public string? MinAmount { get; init; }

    [FromQuery(Name = "max_amount")]
    public string? MaxAmount { get; init; }

    /// <summary>Oldest first, after this version.</summary>
    [FromQuery(Name = "after_version")]
    public string? AfterVersion { get; init; }

    /// <summary>1 to 500, 50 by default.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }
}
