using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Grains.Processes;

/// <summary>Takes a process's step: asks the wallet, the other process or the provider.</summary>
internal sealed class StepRunner(GrainServices services, ProcessServices processes)
{
    /// <returns>Null when the answer is not known yet: the same step is taken again later.</returns>
    public async ValueTask<StepResult?> Run(ProcessStep step) => step switch
    {
        ProcessStep.Wallet wallet => await Run(wallet),
        ProcessStep.Process process => await Run(process),
        ProcessStep.Outside outside =>
            await processes.Outside.Make(outside.Call, CancellationToken.None) is { } answer
                ? new StepResult.Answered(answer)
                : null,
        _ => throw new InvalidOperationException($"{step.GetType().Name} is not a step"),
    };

    private async ValueTask<StepResult?> Run(ProcessStep.Wallet step) =>
        await services.Grains.Wallet(step.Id).Execute(step.Command) switch
        {
            // Money under way has neither arrived nor come back.
            WalletAnswer.Done { Receipt.Status: ReceiptStatus.InProgress } => null,
            WalletAnswer.Done done =>
                new StepResult.Done(done.Receipt.Status == ReceiptStatus.Returned),
            WalletAnswer.Refused refused => new StepResult.Refused(refused.Refusal),
            _ => null,
        };

    private async ValueTask<StepResult?> Run(ProcessStep.Process step) =>
        await services.Grains.Process(step.Id).Act(step.Action) switch
        {
            ProcessAnswer.Done done => new StepResult.Taken(done.State),
            ProcessAnswer.Refused refused => new StepResult.NotTaken(refused.Refusal),
            _ => null,
        };
}
