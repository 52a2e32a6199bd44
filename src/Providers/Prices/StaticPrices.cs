using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.Prices;

/// <summary>Prices of a file and the configuration, read once. They are never stale: whoever sets
/// them says that they hold.</summary>
internal sealed class StaticPrices : IPriceSource
{
    private const string BaseCode = "USD";
    private readonly PriceBook _book;

    /// <exception cref="InvalidDataException">The file or a value can't be read.</exception>
    public StaticPrices(
        IOptions<PriceOptions> options, TimeProvider time, ILogger<StaticPrices> logger)
    {
        var settings = options.Value;
        _book = Read(settings.File, time.GetUtcNow());
        foreach (var (code, text) in settings.Values)
        {
            _book.Set(code, Value(code, text), time.GetUtcNow());
        }

        ProviderLog.StaticPrices(logger, settings.File is null ? "built-in sample" : "file");
    }

    public Task<ProviderResult<PriceSheet>> GetPrices(
        string quote, IReadOnlyCollection<string> codes, CancellationToken ct = default) =>
        Task.FromResult(
            _book.ToSheet(quote, codes, staleBefore: null, PriceOptions.StaticSource));

    private static PriceBook Read(string? path, DateTimeOffset now)
    {
        try
        {
            using var json = JsonFields.Parse(path is null ? Sample() : File.ReadAllBytes(path));
            var root = json.RootElement;
            if (JsonFields.Text(root, "quote") is { } quote && quote != BaseCode)
            {
                throw new FormatException($"quote is not {BaseCode}");
            }

            var asOf = JsonFields.Time(root, "as_of") ?? now;
            var book = new PriceBook(BaseCode, asOf);
            foreach (var price in root.GetProperty("prices").EnumerateObject())
            {
                var text = JsonFields.Text(root.GetProperty("prices"), price.Name);
                book.Set(price.Name, Value(price.Name, text), asOf);
            }

            return book;
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or JsonException or FormatException
                or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"Prices:File can't be read: {e.Message}", e);
        }
    }

    private static decimal Value(string code, string? text) =>
        PriceBook.TryParse(text, out var value)
            ? value
            : throw new InvalidDataException($"the price of {code} is not a positive decimal");

    private static byte[] Sample()
    {
        using var stream = typeof(StaticPrices).Assembly.GetManifestResourceStream("prices.json")!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
