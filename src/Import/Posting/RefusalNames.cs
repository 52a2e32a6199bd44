using System.Text.Json;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Import.Posting;

/// <summary>Refusals as reports name them: <c>wallet_closed</c>.</summary>
internal static class RefusalNames
{
    public static string Of(RefusalCode code) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());
}
