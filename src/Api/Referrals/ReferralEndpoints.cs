using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Referrals;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Api.Referrals;

/// <summary>The signed-in user's code, his referrer, and whom he referred.</summary>
internal static class ReferralEndpoints
{
    public static async Task<IResult> Post(
        HttpContext http, ProcessCalls calls, ReferralBook book, CurrencyRegistry currencies)
    {
        var body = await BodyReader.Read(http, ReferralJson.Default.ReferralRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var user = input.Wallet("user_id", http.User.UserId());
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        return request.Code is { } code
            ? await Attribute(http, calls, book, user, code.Trim().ToUpperInvariant())
            : await Claim(http, calls, book, user);
    }

    public static async Task<IResult> Get(
        [FromQuery] string? limit, [FromQuery] string? cursor,
        [FromQuery(Name = "commissions_cursor")] string? commissionsCursor, HttpContext http,
        ReferralBook book, ProcessLists lists, Commissions commissions,
        CurrencyRegistry currencies)
    {
        var input = new InputReader(currencies, new FieldErrors());
        var user = input.Wallet("user_id", http.User.UserId());
        var page = PageRequest.Read(limit, cursor, input.Errors);
        var paid = PageRequest.Read(
            limit, commissionsCursor, input.Errors, "commissions_cursor");
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var own = await Read(book, user, http.RequestAborted);
        var filter = new ProcessFilter
        {
            Kind = ProcessKind.Referral,
            Party = user.Value,
            Statuses = [ReferralState.NameOf(ReferralStatus.Attributed)],
            Limit = page.Limit,
        };
        var (referrals, next) = await lists.Read<ReferralState>(
            filter, page, http.RequestAborted);
        var found = await commissions.Read(user, paid, http.RequestAborted);
        var answer = new ReferralsBody
        {
            Code = own.Code,
            ReferredBy = own.ReferredBy,
            // One's own referral is one's own, too.
            Referred =
            [
                .. referrals.Where(r => r.Referrer == user).Select(
                    r => new ReferredBody(r.User.Value, WireTime.Format(r.Since!.Value))),
            ],
            Commissions = found.Items,
            Totals = found.Totals,
            NextCursor = next,
            NextCommissionsCursor = found.Next,
        };
        return TypedResults.Json(answer, ReferralJson.Default.ReferralsBody);
    }

    private static async Task<IResult> Claim(
        HttpContext http, ProcessCalls calls, ReferralBook book, WalletId user)
    {
        if (!RequestKey.TryRead(http, "referral-code", "", out var key, out var problem))
        {
            return problem!;
        }

        var (code, isClaimed) = await book.CodeOf(user, http.RequestAborted);
        var now = await Read(book, user, http.RequestAborted);
        if (isClaimed)
        {
            return Answer(now);
        }

        return await calls.Act<ReferralCodeState>(
            http, key, ReferralNames.Claim(code),
            new ReferralCodeAction.Claim(user)
            {
                By = http.User.AsUser(),
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            },
            _ => Answer(now with { Code = code }));
    }

    private static async Task<IResult> Attribute(
        HttpContext http, ProcessCalls calls, ReferralBook book, WalletId user, string code)
    {
        if (!RequestKey.TryRead(http, "referral", code, out var key, out var problem))
        {
            return problem!;
        }

        if (await book.OwnerOf(code, http.RequestAborted) is not { } referrer)
        {
            return ProcessProblems.Of(
                new ProcessRefusal(ProcessRefusalCode.NotFound, "there is no such code"),
                ProcessKind.ReferralCode);
        }

        var own = await Read(book, user, http.RequestAborted);
        return await calls.Act<ReferralState>(
            http, key, ReferralNames.Referral(user),
            new ReferralAction.Attribute(user, referrer, code)
            {
                By = http.User.AsUser(),
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            },
            state =>
            {
                book.Remember(user, state);
                return state.Refusal is { } refusal
                    ? ProcessProblems.Of(refusal, ProcessKind.Referral)
                    : Answer(Body(own.Code, state));
            });
    }

    private static async ValueTask<ReferralBody> Read(
        ReferralBook book, WalletId user, CancellationToken cancellationToken)
    {
        var (code, isClaimed) = await book.CodeOf(user, cancellationToken);
        return Body(isClaimed ? code : null, await book.Find(user, cancellationToken));
    }

    private static ReferralBody Body(string? code, ReferralState? state) =>
        state is { Status: ReferralStatus.Attributed }
            ? new ReferralBody(code, state.Referrer.Value, WireTime.Format(state.Since!.Value))
            : new ReferralBody(code, null, null);

    private static JsonHttpResult<ReferralBody> Answer(ReferralBody body) =>
        TypedResults.Json(body, ReferralJson.Default.ReferralBody);
}
