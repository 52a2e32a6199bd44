using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>All pages of a list of transactions as CSV (RFC 4180), written as they are read.</summary>
internal sealed class CsvExport(
    IJournalQueries journal, WalletId wallet, long? walletNo, EntryFilter filter) : IResult
{
    private const int PageRows = 500;
    private const string ContentType = "text/csv";

    public static bool IsAskedFor(HttpRequest request)
    {
        foreach (var accepted in request.GetTypedHeaders().Accept)
        {
            if (accepted.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var aborted = httpContext.RequestAborted;
        // The first page comes before the headers, so that its failure still has a status.
        var page = await Page(filter, aborted);
        var response = httpContext.Response;
        response.ContentType = $"{ContentType}; charset=utf-8";
        response.Headers[HeaderNames.ContentDisposition] =
            "attachment; filename=\"transactions.csv\"";
        try
        {
            await response.WriteAsync(CsvRows.Header, aborted);
            while (page.Count > 0)
            {
                await response.WriteAsync(Rows(page), aborted);
                page = page.Count < PageRows ? [] : await Page(After(page), aborted);
            }
        }
        catch (Exception) when (!aborted.IsCancellationRequested)
        {
            // Half an export must not look whole: break the connection instead of ending it.
            httpContext.Abort();
        }
    }

    private EntryFilter After(IReadOnlyList<Entry> page) =>
        filter.AfterSeq is null
            ? filter with { BeforeSeq = page[^1].Seq }
            : filter with { AfterSeq = page[^1].Seq };

    private async ValueTask<IReadOnlyList<Entry>> Page(
        EntryFilter start, CancellationToken cancellationToken) =>
        walletNo is { } no
            ? await journal.FindEntries(no, start with { Limit = PageRows }, cancellationToken)
            : [];

    private string Rows(IReadOnlyList<Entry> page)
    {
        var text = new StringBuilder();
        for (var i = 0; i < page.Count; i++)
        {
            CsvRows.Append(text, TransactionBody.Of(wallet, walletNo ?? 0, page[i]));
        }

        return text.ToString();
    }
}
