using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.TopUps;

/// <summary>Which action is legal in which state, and what it leads to.</summary>
public sealed class TopUpRules : ProcessRules<TopUpState, TopUpAction>
{
    private static readonly TransactionType _type = new("topup");
    private static readonly Counterparty _from = new("world:cash");

    public override ProcessKind Kind => ProcessKind.TopUp;

    public override ProcessDecision Decide(
        ProcessId id, TopUpState? state, TopUpAction action, DateTimeOffset now) =>
        (action, state) switch
        {
            (TopUpAction.Create create, null) => Create(id, create, now),
            (TopUpAction.Create, _) => ProcessDecision.Refuse(
                ProcessRefusalCode.Exists, "this top-up exists"),
            (_, null) => ProcessDecision.Refuse(
                ProcessRefusalCode.NotFound, "there is no such top-up"),
            (TopUpAction.Process process, _) => Process(state, process, now),
            _ => throw new InvalidOperationException($"{action.GetType().Name} is not an action"),
        };

    public override ProcessStep? Next(TopUpState state) =>
        state.Status == TopUpStatus.Crediting
            ? new ProcessStep.Wallet(
                state.User,
                new WalletCommand.Credit(
                    new CommandContext(
                        state.Id.StepKey("credit"), _type, state.Id.Reference(),
                        state.Description),
                    AccountKind.Spot, state.Amount, _from))
            : null;

    public override TopUpState Conclude(TopUpState state, StepResult result, DateTimeOffset now) =>
        result is StepResult.Refused refused
            ? state.To(TopUpStatus.Failed, Actor.Grid.Id, now, "wallet_refused") with
            {
                Refusal = new ProcessRefusal(
                    ProcessRefusalCode.WalletRefused, "the wallet takes no money", refused.Refusal),
            }
            : state.To(TopUpStatus.Success, Actor.Grid.Id, now);

    private static ProcessDecision Create(
        ProcessId id, TopUpAction.Create create, DateTimeOffset now)
    {
        if (create.By.Role != ActorRole.User || create.By.Id != create.User.Value)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.NotAllowed, "a user asks for his own top-ups");
        }

        if (!create.Amount.IsPositive || create.Amount.Minor > Amount.MinorMax)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.OutsideTerms, "the amount is not positive or too large");
        }

        return new TopUpState
        {
            Id = id,
            CreatedAt = now,
            Status = TopUpStatus.Pending,
            User = create.User,
            Amount = create.Amount,
            Description = create.Description,
            Events =
            [
                new ProcessEvent(
                    now, "", TopUpState.NameOf(TopUpStatus.Pending), create.By.Id),
            ],
        };
    }

    private static ProcessDecision Process(
        TopUpState state, TopUpAction.Process process, DateTimeOffset now)
    {
        if (process.By.Role != ActorRole.Admin)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.NotAllowed, "only an admin processes a top-up");
        }

        if (process.By.Id == state.User.Value)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.NotAllowed, "nobody processes a top-up of his own");
        }

        if (state.Status != TopUpStatus.Pending)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.WrongState, $"a top-up that is {state.StatusName} is settled");
        }

        var next = process.Success ? TopUpStatus.Crediting : TopUpStatus.Failed;
        return state.To(next, process.By.Id, now, process.Notes) with { AdminNotes = process.Notes };
    }
}
