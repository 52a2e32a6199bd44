using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Batches;

/// <summary>A batch of one wallet's operations that takes effect whole or not at all.</summary>
public sealed class AtomicBatch(WalletCalls calls, KeysUnderWay keysUnderWay)
{
    internal async Task<IResult> Run(HttpContext http, BatchItem[] items)
    {
        if (Check(items) is { } problem)
        {
            return problem;
        }

        var commands = new WalletCommand[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            commands[i] = items[i].Command!;
        }

        var entered = 0;
        try
        {
            while (entered < commands.Length && keysUnderWay.TryEnter(commands[entered].Context.Key))
            {
                entered++;
            }

            return entered < commands.Length
                ? OperationRunner.KeyInProgress()
                : Answer(await calls.ExecuteAll(
                    items[0].Wallet, commands, http.RequestAborted));
        }
        finally
        {
            for (var i = 0; i < entered; i++)
            {
                keysUnderWay.Exit(commands[i].Context.Key);
            }
        }
    }

    private static ProblemHttpResult? Check(BatchItem[] items)
    {
        var all = new FieldErrors();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var (field, messages) in item.Errors.Messages)
            {
                all.AddLines(field, messages, item.Errors.Code);
            }

            if (item.Command is { } command)
            {
                if (item.Wallet != items[0].Wallet && items[0].Command is not null)
                {
                    all.Add($"operations[{item.Index}]", "is for another wallet than the first");
                }

                if (!keys.Add(command.Context.Key.Text))
                {
                    all.Add($"operations[{item.Index}]", "has the key of an earlier operation");
                }
            }
        }

        return all.IsEmpty ? null : all.ToResult();
    }

    private static IResult Answer(IReadOnlyList<WalletAnswer> answers)
    {
        var results = new BatchResult[answers.Count];
        WalletAnswer? failed = null;
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = BatchResults.Of(i, answers[i]);
            failed ??= answers[i] is WalletAnswer.Done ? null : answers[i];
        }

        return failed is null
            ? TypedResults.Json(new BatchBody(results), WalletJson.Default.BatchBody)
            : Problem.Of(failed);
    }
}
