using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using OrleansWallet.ProviderSimulator.Json;

namespace OrleansWallet.ProviderSimulator.NowPayments;

/// <summary>Sends callbacks, signed. Thread-safe.</summary>
public sealed class IpnSender(ProviderServerOptions options) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Lock _lock = new();
    private readonly List<SentIpn> _sent = [];
    private readonly List<SentIpn> _held = [];

    /// <summary>How often each is sent. Default once.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>Signs with another secret.</summary>
    public bool WrongSignature { get; set; }

    /// <summary>Keeps callbacks back until <see cref="Release"/>.</summary>
    public bool Hold { get; set; }

    /// <summary>All that were sent, in order.</summary>
    public IReadOnlyList<SentIpn> Sent
    {
        get
        {
            lock (_lock)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>Sends what was held back, the last one first if so wanted.</summary>
    public async Task Release(bool reversed = false)
    {
        List<SentIpn> held;
        lock (_lock)
        {
            held = [.. _held];
            _held.Clear();
        }

        Hold = false;
        if (reversed)
        {
            held.Reverse();
        }

        foreach (var ipn in held)
        {
            await Deliver(ipn);
        }
    }

    /// <summary>Sends one again, as it was, e.g. by hand from the dashboard.</summary>
    public Task Resend(SentIpn ipn) => Deliver(ipn with { Status = 0 });

    /// <summary>The signature of a payload under a secret.</summary>
    public static string Sign(JsNode payload, string secret) =>
        Convert.ToHexStringLower(HMACSHA512.HashData(
            Encoding.UTF8.GetBytes(secret.Trim()),
            Encoding.UTF8.GetBytes(payload.Write(sorted: true))));

    public void Dispose() => _http.Dispose();

    internal async Task Send(Uri? url, JsObject payload)
    {
        if ((url ?? options.IpnUrl) is not { } to)
        {
            return;
        }

        var secret = WrongSignature ? "another secret" : options.IpnSecret;
        var ipn = new SentIpn(to, payload.Write(), Sign(payload, secret));
        for (var i = 0; i < Copies; i++)
        {
            if (Hold)
            {
                lock (_lock)
                {
                    _held.Add(ipn);
                }
            }
            else
            {
                await Deliver(ipn);
            }
        }
    }

    private async Task Deliver(SentIpn ipn)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(ipn.Body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, ipn.Url);
        request.Content = content;
        request.Headers.Add("x-nowpayments-sig", ipn.Signature);
        var status = 0;
        try
        {
            using var answer = await _http.SendAsync(request);
            status = (int)answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // Nobody there: a real callback would be lost or sent again, too.
        }

        lock (_lock)
        {
            _sent.Add(ipn with { Status = status });
        }
    }
}
