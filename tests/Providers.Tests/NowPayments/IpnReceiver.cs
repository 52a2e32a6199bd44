using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OrleansWallet.Providers.NowPayments;

namespace OrleansWallet.Providers.Tests.NowPayments;

/// <summary>Takes callbacks as a grid would: the signature first, then the news.</summary>
internal sealed class IpnReceiver(string secret) : IAsyncDisposable
{
    private WebApplication? _app;

    public List<IpnMessage> Taken { get; } = [];

    public IEnumerable<Payment> Payments =>
        Taken.OfType<IpnMessage.OfPayment>().Select(m => m.Payment);

    public Uri Url => new(new Uri(_app!.Urls.First()), "/ipn");

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/ipn", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            var bytes = body.ToArray();
            if (!IpnSignature.Verify(bytes, request.Headers[IpnSignature.Header], secret))
            {
                return Microsoft.AspNetCore.Http.Results.StatusCode(401);
            }

            Assert.True(IpnMessage.TryParse(bytes, out var message, out var error), error);
            Taken.Add(message);
            return Microsoft.AspNetCore.Http.Results.Ok();
        });
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }
}
