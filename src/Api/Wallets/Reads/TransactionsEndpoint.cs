using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>A wallet's history, page by page as JSON or whole as CSV.</summary>
internal static class TransactionsEndpoint
{
    public static async Task<IResult> Get(
        [FromRoute(Name = "user_id")] string userId, [AsParameters] TransactionsRequest request,
        HttpContext http, CurrencyRegistry currencies, IUserDirectory users,
        IJournalQueries journal)
    {
        if (ReadAccess.Check(http, userId, out var wallet) is { } problem)
        {
            return problem;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var limit = Limit(request.Limit, input.Errors);
        var query = Query(wallet, request, input.Errors);
        // One more than asked for tells whether there is a next page.
        var filter = query.ToFilter(input, limit + 1);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var walletNo = await journal.FindWalletNo(wallet, http.RequestAborted);
        if (walletNo is null && await users.Find(wallet.Value, http.RequestAborted) is null)
        {
            return KnownWallets.NotFound();
        }

        if (CsvExport.IsAskedFor(http.Request))
        {
            return new CsvExport(journal, wallet, walletNo, filter);
        }

        IReadOnlyList<Entry> entries = walletNo is { } no
            ? await journal.FindEntries(no, filter, http.RequestAborted)
            : [];
        var page = Page(wallet, walletNo ?? 0, query, entries, limit);
        return TypedResults.Json(page, WalletJson.Default.TransactionsBody);
    }

    private static TransactionsBody Page(
        WalletId wallet, long walletNo, TransactionQuery query, IReadOnlyList<Entry> entries,
        int limit)
    {
        var bodies = new TransactionBody[Math.Min(entries.Count, limit)];
        for (var i = 0; i < bodies.Length; i++)
        {
            bodies[i] = TransactionBody.Of(wallet, walletNo, entries[i]);
        }

        if (entries.Count <= limit)
        {
            return new TransactionsBody(bodies, null);
        }

        var last = bodies[^1].Version;
        var next = query.After is null ? query with { Before = last } : query with { After = last };
        return new TransactionsBody(bodies, Cursor.Write(next));
    }

    private static TransactionQuery Query(
        WalletId wallet, TransactionsRequest request, FieldErrors errors)
    {
        var query = new TransactionQuery
        {
            User = wallet.Value,
            Currency = request.Currency,
            Account = request.Account,
            Type = request.Type,
            Direction = request.Direction,
            Reference = request.ReferenceId,
            From = request.From,
            To = request.To,
            MinAmount = request.MinAmount,
            MaxAmount = request.MaxAmount,
            After = AfterVersion(request.AfterVersion, errors),
        };
        if (request.Cursor is not { } text)
        {
            return query;
        }

        if (!Cursor.TryRead(text, out var cursor))
        {
            errors.Add("cursor", "is not a cursor of this list");
            return query;
        }

        if (!query.Agrees(cursor))
        {
            errors.Add("cursor", "belongs to a list with other filters");
        }

        return cursor;
    }

    private static long? AfterVersion(string? text, FieldErrors errors)
    {
        if (text is null)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            errors.Add("after_version", "must be a whole number from 0");
        }

        return version;
    }

    private static int Limit(string? text, FieldErrors errors)
    {
        if (text is null)
        {
            return TransactionsRequest.LimitDefault;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            || limit is < 1 or > TransactionsRequest.LimitMax)
        {
            errors.Add("limit", $"must be 1 to {TransactionsRequest.LimitMax}");
            return TransactionsRequest.LimitDefault;
        }

        return limit;
    }
}
