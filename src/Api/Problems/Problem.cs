using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Problems;

/// <summary>Answers of <c>application/problem+json</c> with a stable code and a trace id.</summary>
public static class Problem
{
    private const string RetryAfterSeconds = "1";

    public static ProblemHttpResult Of(
        int status, string code, string title, string? detail = null,
        IDictionary<string, object?>? more = null)
    {
        var problem = new ProblemDetails
        {
            Type = $"urn:orleanswallet:problem:{code}",
            Title = title,
            Status = status,
            Detail = detail,
        };
        problem.Extensions["code"] = code;
        problem.Extensions["trace_id"] = Activity.Current?.TraceId.ToString();
        foreach (var (name, value) in more ?? new Dictionary<string, object?>())
        {
            problem.Extensions[name] = value;
        }

        return TypedResults.Problem(problem);
    }

    /// <summary>400 with the messages of each field.</summary>
    public static ProblemHttpResult Validation(
        IDictionary<string, string[]> errors, string code = ProblemCodes.Validation) =>
        Of(
            StatusCodes.Status400BadRequest, code, "The request is not valid",
            string.Join(" ", errors.SelectMany(e => e.Value)),
            new Dictionary<string, object?> { ["errors"] = errors });

    public static ProblemHttpResult Of(Refusal refusal)
    {
        var (status, code, title) = ProblemCodes.Of(refusal.Code);
        var more = new Dictionary<string, object?>();
        if (refusal.Required is { } required)
        {
            more["currency"] = required.Currency.Code;
            more["required"] = required.ToString();
        }

        if (refusal.Available is { } available)
        {
            more["available"] = available.ToString();
        }

        var detail = refusal is { Required: { } asked, Available: { } had }
            ? $"{asked} {asked.Currency} asked for, {had} available."
            : null;
        return Of(status, code, title, detail, more);
    }

    /// <summary>The problem of any answer that is not done.</summary>
    public static IResult Of(WalletAnswer answer) => answer switch
    {
        WalletAnswer.Refused refused => Of(refused.Refusal),
        WalletAnswer.NotAccepted => Unavailable(
            ProblemCodes.NotAccepted, "Nothing was done; try again with the same key"),
        WalletAnswer.OutcomeUnknown => Unavailable(
            ProblemCodes.OutcomeUnknown,
            "It may or may not have happened; ask again with the same key"),
        _ => throw new InvalidOperationException($"{answer.GetType().Name} is not a problem"),
    };

    public static IResult Unavailable(string code, string title) =>
        new RetryLater(Of(StatusCodes.Status503ServiceUnavailable, code, title));

    private sealed class RetryLater(IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            return inner.ExecuteAsync(httpContext);
        }
    }
}
