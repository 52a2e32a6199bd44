using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrleansWallet.ProviderSimulator.Json;

namespace OrleansWallet.ProviderSimulator;

/// <summary>Counts the calls and lets them go wrong.</summary>
internal sealed class FaultMiddleware(Faults faults, CallCounter calls)
{
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path.StartsWith("/control", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        calls.Add($"{context.Request.Method} {path}");
        var fault = faults.Take(path);
        await Wait(faults.Latency, context);
        switch (fault?.Kind)
        {
            case FaultKind.Fail:
                await Fail(context, fault);
                break;
            case FaultKind.DropRequest:
                context.Abort();
                break;
            case FaultKind.DropAnswer:
                await WithoutAnswer(context, next);
                context.Abort();
                break;
            case FaultKind.GarbleAnswer:
                await WithoutAnswer(context, next);
                context.Response.StatusCode = 200;
                await context.Response.WriteAsync("<html>all is well</html>");
                break;
            default:
                await Answer(context, next);
                break;
        }
    }

    private static async Task Fail(HttpContext context, PlannedFault fault)
    {
        context.Response.StatusCode = fault.Status;
        context.Response.ContentType = "application/json";
        if (fault.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter =
                ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsync(
            JsAnswers.ErrorBody(fault.Status, fault.Code, "simulated").Write());
    }

    private async Task Answer(HttpContext context, RequestDelegate next)
    {
        if (faults.AnswerLatency == TimeSpan.Zero)
        {
            await next(context);
            return;
        }

        var wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        await next(context);
        await Wait(faults.AnswerLatency, context);
        context.Response.Body = wire;
        await wire.WriteAsync(held.ToArray(), context.RequestAborted);
    }

    private static async Task WithoutAnswer(HttpContext context, RequestDelegate next)
    {
        var wire = context.Response.Body;
        context.Response.Body = Stream.Null;
        await next(context);
        context.Response.Body = wire;
        context.Response.ContentLength = null;
    }

    private static Task Wait(TimeSpan latency, HttpContext context) =>
        latency > TimeSpan.Zero ? Task.Delay(latency, context.RequestAborted) : Task.CompletedTask;
}
