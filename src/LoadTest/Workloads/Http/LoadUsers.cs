using System.Security.Cryptography;
using System.Text.Json;
using OrleansWallet.Domain.Ids;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>
/// Registers users for a run and signs them in. They stay behind, with passwords that nobody
/// knows. The grid limits how many may sign in a second, so many of them take a while.
/// </summary>
internal static class LoadUsers
{
    private const int LanesMax = 4;

    /// <exception cref="GridRefusedException">The grid takes no such users.</exception>
    /// <exception cref="GridUnreachableException">No success for too long.</exception>
    public static async Task<IReadOnlyList<LoadUser>> RegisterAsync(
        GridClient client, string run, int count, CancellationToken cancellationToken)
    {
        var users = new LoadUser[count];
        await GridLanes.RunAsync(
            client, LanesMax, [.. Enumerable.Range(0, count)],
            async (lane, index, stop) =>
            {
                var who = new Credentials(
                    $"{run}-{index}@load.local", RandomNumberGenerator.GetHexString(32));
                users[index] = await RegisterAsync(lane, who, stop);
            },
            cancellationToken);
        return users;
    }

    private static async Task<LoadUser> RegisterAsync(
        GridLane lane, Credentials who, CancellationToken cancellationToken)
    {
        Write(lane, lane.Client.Routes.Register, who);
        var answer = await lane.SendAsync(cancellationToken);
        var id = JsonSerializer.Deserialize(answer.Body.Span, GridJson.Default.Registered)?.UserId;

        Write(lane, lane.Client.Routes.Login, who);
        answer = await lane.SendAsync(cancellationToken);
        var token = JsonSerializer.Deserialize(
            answer.Body.Span, GridJson.Default.SignedIn)?.AccessToken;
        return id is not null && token is not null
            ? new LoadUser(new LoadWallet(new WalletId(id)), "Bearer " + token)
            : throw new InvalidDataException("a registration was answered without user or token");
    }

    private static void Write(GridLane lane, Uri target, Credentials who) =>
        lane.Call.Post(target, null, who, static (json, who) =>
        {
            json.WriteString("email", who.Email);
            json.WriteString("password", who.Password);
        });
}
