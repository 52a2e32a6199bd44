using System.Net.Http.Headers;
using System.Text;

namespace OrleansWallet.Api.Tests.Fakes;

/// <summary>Calls as one caller.</summary>
public sealed class WalletClient(HttpClient http, string userId, string role)
{
    public Task<WalletReply> Get(string path, string accept = "application/json") =>
        Send(HttpMethod.Get, path, null, null, accept);

    public Task<WalletReply> Post(string path, string json, string? key = null) =>
        Send(HttpMethod.Post, path, json, key);

    public Task<WalletReply> Patch(string path, string json) =>
        Send(HttpMethod.Patch, path, json, null);

    /// <summary>Credits, and expects it to work.</summary>
    public async Task<WalletReply> Credit(
        string user, string amount, string currency = "USD", string account = "spot")
    {
        var reference = Guid.NewGuid().ToString("N");
        var reply = await Post(
            $"/api/wallets/{user}/credit",
            $$"""
            {"currency":"{{currency}}","amount":"{{amount}}","account":"{{account}}",
             "transaction_type":"topup","reference_id":"{{reference}}"}
            """);
        Assert.Equal(200, reply.Status);
        return reply;
    }

    private async Task<WalletReply> Send(
        HttpMethod method, string path, string? json, string? key,
        string accept = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add(FakeSignIn.User, userId);
        request.Headers.Add(FakeSignIn.Role, role);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var response = await http.SendAsync(request);
        return await WalletReply.Read(response);
    }
}
