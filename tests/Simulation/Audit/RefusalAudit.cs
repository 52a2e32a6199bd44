using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit;

/// <summary>What is refused did not happen, stays refused, and had to be refused.</summary>
internal sealed class RefusalAudit(
    ModelWallets wallets, SimDatabase database, SimScheduler scheduler)
{
    public void Check(AskedCommand asked, Refusal refusal)
    {
        var key = asked.Key;
        if (refusal.Code == RefusalCode.KeyReusedWithOtherInput)
        {
            // Of commands that come together, one's reused key refuses all.
            if (!key.WasTogether
                && (!database.Keys.ContainsKey(key.Hash) || key.Inputs.Count < 2))
            {
                throw Breach(
                    "3 the same input is taken", asked,
                    $"key {key.Key.Text} was never used with other input");
            }

            if (key.Key.Origin == KeyOrigin.Process && asked.IsProcessStep)
            {
                throw Breach(
                    "3 a key for each step", asked, $"key {key.Key.Text} is that of two steps");
            }

            return;
        }

        if (key.DoneInput is { } done && done.IsSame(asked.Input) && !WasAbsentMeanwhile(asked))
        {
            throw Breach(
                "3 the same answer", asked,
                $"key {key.Key.Text} was done and then refused as {refusal.Code}");
        }

        var recorded = key.Key.IsExplicit && refusal.DependsOnState
            && refusal.Code != RefusalCode.TransactionNotFound;
        if (recorded)
        {
            if (!database.Keys.TryGetValue(key.Hash, out var row) || row.Write.Refusal is null)
            {
                throw Breach(
                    "4 answered means durable", asked,
                    $"refusal {refusal.Code} of key {key.Key.Text} is not recorded");
            }

            if (key.Refused is { } before && before != refusal
                && key.RefusedInput!.IsSame(asked.Input))
            {
                throw Breach(
                    "3 the same answer", asked,
                    $"key {key.Key.Text} was refused as {before} and as {refusal}");
            }

            key.Refused = refusal;
            key.RefusedInput = asked.Input;
        }

        CheckJustified(asked, refusal);
    }

    // Of two calls at the same time the one refused may be decided first and heard last. Under a
    // derived key that is no contradiction, as long as the key had no effect yet when it was asked.
    private bool WasAbsentMeanwhile(AskedCommand asked) =>
        !asked.Key.Key.IsExplicit
        && database.AbsentAt.TryGetValue(asked.Key.Hash, out var at) && at >= asked.AskedAt;

    // Some committed state of the time between question and answer must call for the refusal.
    private void CheckJustified(AskedCommand asked, Refusal refusal)
    {
        if (asked.Key.WasTogether || asked.Command is not { } command)
        {
            return;
        }

        // Under a derived key no earlier refusal is told again.
        var from = asked.Key.Key.IsExplicit ? asked.Key.AskedAt : asked.AskedAt;
        var versions = wallets.Find(asked.Wallet.Value) is { } wallet
            ? wallet.Between(from, scheduler.Now)
            : [ModelVersion.Empty];
        foreach (var version in versions)
        {
            if (Rules.Justifies(version, command, refusal.Code) is not false)
            {
                return;
            }
        }

        throw Breach(
            "5 refused on a committed state", asked,
            $"{asked.Input} was refused as {refusal}, which no state calls for");
    }

    private static BreachException Breach(string invariant, AskedCommand asked, string what) =>
        new(invariant, $"{asked.Wallet}: {what}", [asked.Wallet.Value]);
}
