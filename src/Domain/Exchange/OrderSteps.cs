using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Exchange;

/// <summary>The money's side of an order: which step a state calls for, what its answer means.</summary>
/// <remarks>
/// Both sides are locked before anything moves, so that neither can be spent meanwhile, and the
/// user pays before he gets: a frozen wallet pays nothing. The fee stays in the user's hold until
/// he has his side; a wallet that holds money can't be closed.
/// </remarks>
internal sealed class OrderSteps(ExchangeTerms terms)
{
    private const int DoublingsMax = 10;
    private static readonly TransactionType _fee = new("exchange_fee");
    private static readonly TransactionType _commission = new("referral_commission");

    public static ProcessStep? Next(OrderState state) => state.Status switch
    {
        _ when state.Pausing => null,
        OrderStatus.Reserving => Lock(state, WalletId.PlatformLiquidity, "reserve", state.To),
        OrderStatus.Taking when !state.Held => Lock(state, state.User, "hold", state.From),
        OrderStatus.Taking => Send(
            Context(state, "take"), state.User, state.Id.Reference(),
            WalletId.PlatformLiquidity, state.From - state.Fee),
        OrderStatus.Giving when !state.Given => Send(
            Context(state, Tried(state, "give")), WalletId.PlatformLiquidity,
            state.Id.Reference(), state.User, state.To),
        OrderStatus.Giving when state.Held => Send(
            Context(state, Tried(state, "fee")) with { Type = _fee }, state.User,
            state.Id.Reference(), WalletId.PlatformFees, state.Fee),
        OrderStatus.Giving => Send(
            Context(state, "commission") with
            {
                Type = _commission, Metadata = CommissionMetadata(state),
            },
            WalletId.PlatformFees, null, state.Referrer!.Value, state.Commission!.Value),
        OrderStatus.Returning => Send(
            Context(state, Tried(state, "return")) with { Type = TransactionType.Reversal },
            WalletId.PlatformLiquidity, null, state.User, state.From - state.Fee),
        OrderStatus.Unreserving when state.Held => Unlock(
            state, state.User, "unhold", state.From.Currency),
        OrderStatus.Unreserving => Unlock(
            state, WalletId.PlatformLiquidity, "unreserve", state.To.Currency),
        _ => null,
    };

    public OrderState Conclude(OrderState state, StepResult result, DateTimeOffset now) =>
        state.Status switch
        {
            OrderStatus.Reserving => Reserved(state, result, now),
            OrderStatus.Taking when !state.Held => Held(state, result, now),
            OrderStatus.Taking => Taken(state, result, now),
            OrderStatus.Giving when !state.Given => Given(state, result, now),
            OrderStatus.Giving when state.Held => IsDone(result)
                ? AfterGiving(state with { Held = false }, now)
                : Pause(state, now),
            // Without a commission nothing is owed to anybody.
            OrderStatus.Giving => state.Become(OrderStatus.Completed, Actor.Grid.Id, now),
            OrderStatus.Returning => IsDone(result)
                ? state.Become(OrderStatus.Unreserving, Actor.Grid.Id, now)
                : Pause(state, now),
            OrderStatus.Unreserving when !IsDone(result) => Pause(state, now),
            OrderStatus.Unreserving when state.Held => state with { Held = false },
            OrderStatus.Unreserving => (state with { Reserved = false })
                .Become(OrderStatus.Refused, Actor.Grid.Id, now),
            _ => throw new InvalidOperationException($"{state.StatusName} has no step"),
        };

    private static bool IsDone(StepResult result) => result is StepResult.Done { Returned: false };

    private static OrderState Reserved(OrderState state, StepResult result, DateTimeOffset now) =>
        result is StepResult.Done
            ? (state with { Reserved = true })
                .Become(OrderStatus.Taking, Actor.Grid.Id, now)
            : state.Become(OrderStatus.Refused, Actor.Grid.Id, now) with
            {
                // What the platform has is not told.
                Refusal = new ProcessRefusal(
                    ProcessRefusalCode.LiquidityShort,
                    $"the platform can't give so much {state.To.Currency} now"),
            };

    private static OrderState Held(OrderState state, StepResult result, DateTimeOffset now) =>
        result is StepResult.Refused refused
            ? Undo(state, refused.Refusal, now)
            : state with { Held = true };

    private static OrderState Taken(OrderState state, StepResult result, DateTimeOffset now) =>
        IsDone(result)
            ? (state with { Held = state.Fee.IsPositive })
                .Become(OrderStatus.Giving, Actor.Grid.Id, now)
            : Undo(state, (result as StepResult.Refused)?.Refusal, now);

    private OrderState Given(OrderState state, StepResult result, DateTimeOffset now) => result switch
    {
        StepResult.Done { Returned: false } =>
            AfterGiving(state with { Given = true, Reserved = false }, now),
        // The wallet takes nothing more: it was closed, or holds all that a wallet can.
        StepResult.Done => state.Become(OrderStatus.Returning, Actor.Grid.Id, now) with
        {
            Refusal = new ProcessRefusal(
                ProcessRefusalCode.WalletRefused, "the user's wallet takes no money"),
        },
        _ => Pause(state, now),
    };

    private static OrderState AfterGiving(OrderState state, DateTimeOffset now) =>
        state.Held || state.Commission is not null
            ? state
            : state.Become(OrderStatus.Completed, Actor.Grid.Id, now);

    private static OrderState Undo(OrderState state, Refusal? refusal, DateTimeOffset now) =>
        state.Become(OrderStatus.Unreserving, Actor.Grid.Id, now) with
        {
            Refusal = refusal is null
                ? new ProcessRefusal(
                    ProcessRefusalCode.LiquidityShort, "the platform takes no exchange now")
                : new ProcessRefusal(
                    ProcessRefusalCode.WalletRefused, "the wallet refused", refusal),
        };

    private OrderState Pause(OrderState state, DateTimeOffset now) =>
        state with
        {
            Pausing = true,
            Deadline = now + (terms.RetryAfter * (1 << Math.Min(state.Try - 1, DoublingsMax))),
            DeadlineSince = now,
        };

    private static ProcessStep.Wallet Lock(
        OrderState state, WalletId wallet, string step, Amount amount) =>
        new(wallet, new WalletCommand.Lock(
            Context(state, step), AccountKind.Spot, amount, null));

    private static ProcessStep.Wallet Unlock(
        OrderState state, WalletId wallet, string step, Currency currency) =>
        new(wallet, new WalletCommand.Unlock(
            Context(state, Tried(state, step)), currency, null));

    private static ProcessStep.Wallet Send(
        CommandContext context, WalletId from, ReferenceId? hold, WalletId to, Amount amount) =>
        new(from, new WalletCommand.Transfer(
            context, AccountKind.Spot, hold, [new Posting(to, amount)]));

    private static CommandContext Context(OrderState state, string step) =>
        new(
            state.Id.StepKey(step), OrderNames.TransactionOf(state.Type), state.Id.Reference(),
            null, $"{{\"order_id\":\"{state.Id.Value}\"}}");

    // Canonical: the names in order.
    private static string CommissionMetadata(OrderState state) =>
        $"{{\"fee\":\"{state.Fee}\",\"order_id\":\"{state.Id.Value}\","
        + $"\"referred_user\":\"{state.User.Value}\"}}";

    private static string Tried(OrderState state, string step) =>
        FormattableString.Invariant($"{step}-{state.Try}");
}
