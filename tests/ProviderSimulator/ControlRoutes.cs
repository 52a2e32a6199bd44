using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OrleansWallet.ProviderSimulator;

/// <summary>The switches over HTTP, for when the simulator runs by itself.</summary>
internal sealed class ControlRoutes(ProviderServer server)
{
    public void Map(IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/control");
        control.MapGet("/state", () => Results.Json(new
        {
            payments = server.NowPayments.Payments,
            payouts = server.NowPayments.Payouts,
            ipns = server.NowPayments.Ipns.Sent,
            calls = server.Calls.All,
        }));
        MapPayments(control);
        MapFaults(control);
    }

    private void MapPayments(RouteGroupBuilder control)
    {
        var nowPayments = server.NowPayments;
        control.MapPost(
            "/payments/{id}/pay", (string id, string amount) => nowPayments.Pay(id, amount));
        control.MapPost(
            "/payments/{id}/status",
            (string id, string status) => nowPayments.Tell(id, status));
        control.MapPost(
            "/payments/{id}/redeposit",
            (string id, string amount, string? coin) => nowPayments.Redeposit(id, amount, coin));
        control.MapPost(
            "/payouts/{id}/status",
            (string id, string status, string? hash, string? error) =>
                nowPayments.MovePayout(id, status, hash, error));
        control.MapPost("/ipns", (int? copies, bool? wrong_signature, bool? hold) =>
        {
            nowPayments.Ipns.Copies = copies ?? 1;
            nowPayments.Ipns.WrongSignature = wrong_signature ?? false;
            nowPayments.Ipns.Hold = hold ?? false;
        });
        control.MapPost(
            "/ipns/release", (bool? reversed) => nowPayments.Ipns.Release(reversed ?? false));
    }

    private void MapFaults(RouteGroupBuilder control)
    {
        var faults = server.Faults;
        control.MapPost("/faults/clear", faults.Clear);
        control.MapPost(
            "/faults/latency", (int ms) => { faults.Latency = TimeSpan.FromMilliseconds(ms); });
        control.MapPost("/faults/rate", (double rate) => { faults.ErrorRate = rate; });
        control.MapPost(
            "/faults/fail", (int status, int? count, string? path, double? retry_after) =>
                faults.FailNext(
                    status, count ?? 1, path ?? "/",
                    retry_after is { } s ? TimeSpan.FromSeconds(s) : null));
        control.MapPost(
            "/faults/drop-answer",
            (int? count, string? path) => faults.DropAnswer(count ?? 1, path ?? "/"));
    }
}
