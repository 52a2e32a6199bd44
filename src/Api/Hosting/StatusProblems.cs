using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Api.Hosting;

/// <summary>Problems of requests that no endpoint answered: bare statuses and exceptions.</summary>
internal static class StatusProblems
{
    /// <summary>Answers what was thrown, and gives each bare status its problem.</summary>
    public static IApplicationBuilder UseStatusProblems(this IApplicationBuilder app) =>
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Handle,
            SuppressDiagnosticsCallback = static _ => true,
        }).UseStatusCodePages(Describe);

    /// <summary>Gives a body to an answer that has a status only.</summary>
    private static Task Describe(StatusCodeContext context) =>
        OfStatus(context.HttpContext.Response.StatusCode, null)
            .ExecuteAsync(context.HttpContext);

    /// <summary>Answers for an endpoint that threw. Never tells what was thrown.</summary>
    private static Task Handle(HttpContext context)
    {
        // The request's own endpoint is gone by now.
        var failed = context.Features.Get<IExceptionHandlerFeature>();
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(StatusProblems).FullName!);
        return Of(failed?.Error, failed?.Endpoint, logger).ExecuteAsync(context);
    }

    private static IResult Of(Exception? exception, Endpoint? endpoint, ILogger logger)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return OfStatus(bad.StatusCode, (bad.InnerException as JsonException)?.Path);
            case JournalUnavailableException or WalletUnavailableException:
            case NpgsqlException { IsTransient: true }:
                HostingLog.DatabaseAway(logger, exception.Message);
                return Problem.Unavailable(
                    ProblemCodes.NotAccepted, "The database is away; nothing was done");
            case OutcomeUnknownException:
                HostingLog.DatabaseAway(logger, exception.Message);
                return Problem.Unavailable(
                    ProblemCodes.OutcomeUnknown, "The database is away; it may have happened");
            default:
                HostingLog.RequestFailed(logger, exception, endpoint?.DisplayName);
                return OfStatus(StatusCodes.Status500InternalServerError, null);
        }
    }

    private static ProblemHttpResult OfStatus(int status, string? path)
    {
        var (code, title) = status switch
        {
            StatusCodes.Status400BadRequest => (
                ProblemCodes.MalformedBody, "The request can't be read"),
            StatusCodes.Status401Unauthorized => (
                ProblemCodes.Unauthorized, "A valid token is needed"),
            StatusCodes.Status403Forbidden => (
                ProblemCodes.Forbidden, "This is not yours to see or do"),
            StatusCodes.Status404NotFound => (
                ProblemCodes.NotFound, "There is nothing here"),
            StatusCodes.Status405MethodNotAllowed => (
                "method_not_allowed", "There is something here, but not for this method"),
            StatusCodes.Status413PayloadTooLarge => (
                ProblemCodes.BodyTooLarge, "The body is too large"),
            StatusCodes.Status415UnsupportedMediaType => (
                "unsupported_media_type", "The body must be application/json"),
            >= 500 => ("internal_error", "Something went wrong here"),
            _ => ("request_failed", "The request can't be answered"),
        };
        return Problem.Of(status, code, title, path is null ? null : $"At {path}.");
    }
}
