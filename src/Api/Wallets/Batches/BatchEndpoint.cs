using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Api.Wallets.Batches;

/// <summary>Many operations in one call, each for itself or all or none.</summary>
internal static class BatchEndpoint
{
    private const string Atomic = "atomic";
    private const string Continue = "continue";

    public static async Task<IResult> Post(
        HttpContext http, OperationRunner runner, AtomicBatch atomic)
    {
        if (!CallerKey.TryRead(http, out _, out var problem))
        {
            return problem!;
        }

        var body = await BodyReader.Read(http, WalletJson.Default.BatchRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var errors = new FieldErrors();
        if (request.Operations is not { Length: > 0 and <= WalletLimits.BatchMax } operations)
        {
            errors.Add("operations", $"must be 1 to {WalletLimits.BatchMax}");
            return errors.ToResult();
        }

        if (request.Mode is not (Atomic or Continue))
        {
            errors.Add("mode", "must be atomic or continue");
            return errors.ToResult();
        }

        string? headerKey = http.Request.Headers[CallerKey.Header];
        var parser = new BatchParser(http, runner.Currencies, headerKey);
        var items = new BatchItem[operations.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = parser.Read(i, operations[i]);
        }

        return request.Mode == Atomic
            ? await atomic.Run(http, items)
            : await RunEach(http, runner, items);
    }

    // Wallets go side by side; within a wallet the request's order is kept by waiting.
    private static async Task<IResult> RunEach(
        HttpContext http, OperationRunner runner, BatchItem[] items)
    {
        var results = new BatchResult[items.Length];
        var byWallet = new Dictionary<WalletId, List<BatchItem>>();
        foreach (var item in items)
        {
            if (item.Command is null)
            {
                results[item.Index] = BatchResults.Invalid(item);
                continue;
            }

            if (!byWallet.TryGetValue(item.Wallet, out var group))
            {
                byWallet[item.Wallet] = group = [];
            }

            group.Add(item);
        }

        await Task.WhenAll(byWallet.Values.Select(Run));
        return TypedResults.Json(new BatchBody(results), WalletJson.Default.BatchBody);

        async Task Run(List<BatchItem> group)
        {
            foreach (var item in group)
            {
                var answer = await runner.Execute(
                    item.Wallet, item.Command!, http.RequestAborted);
                results[item.Index] = BatchResults.Of(item.Index, answer);
            }
        }
    }
}
