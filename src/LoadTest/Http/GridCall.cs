using System.Buffers;
using System.Text.Json;

namespace OrleansWallet.LoadTest.Http;

/// <summary>
/// One call to the grid: what every attempt of it sends again, byte for byte. Its buffers serve
/// one call after another. Not thread-safe.
/// </summary>
internal sealed class GridCall : IDisposable
{
    private static readonly Uri _nowhere = new("about:blank");

    private readonly ArrayBufferWriter<byte> _body = new(512);
    private readonly Utf8JsonWriter _json;

    public GridCall() => _json = new Utf8JsonWriter(_body);

    public HttpMethod Method { get; private set; } = HttpMethod.Get;

    public Uri Target { get; private set; } = _nowhere;

    /// <summary>The <c>Idempotency-Key</c>; null sends none.</summary>
    public string? Key { get; private set; }

    /// <summary>The JSON body, empty for a GET. Valid until the call is made another.</summary>
    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    public void Get(Uri target) => Become(HttpMethod.Get, target, null);

    /// <param name="write">Writes the body's members; the object around them is there.</param>
    public void Post<T>(Uri target, string? key, T what, Action<Utf8JsonWriter, T> write)
    {
        Become(HttpMethod.Post, target, key);
        _json.Reset(_body);
        _json.WriteStartObject();
        write(_json, what);
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Dispose() => _json.Dispose();

    public override string ToString() =>
        Key is null ? $"{Method} {Target}" : $"{Method} {Target} ({Key})";

    private void Become(HttpMethod method, Uri target, string? key)
    {
        _body.ResetWrittenCount();
        Method = method;
        Target = target;
        Key = key;
    }
}
