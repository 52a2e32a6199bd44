using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Problems;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Api.Wallets;

/// <summary>Answers 503 when the journal is away; nothing was done then.</summary>
internal sealed class UnavailableFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception error)
            when (error is JournalUnavailableException or WalletUnavailableException)
        {
            return Problem.Unavailable(
                ProblemCodes.NotAccepted, "The journal is away; nothing was done");
        }
    }
}
