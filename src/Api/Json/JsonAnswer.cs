using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace OrleansWallet.Api.Json;

/// <summary>
/// 200 with a small JSON body in one piece: with its length in place of chunks, and without the
/// turns that a body written asynchronously takes.
/// </summary>
/// <typeparam name="T">The body.</typeparam>
internal sealed class JsonAnswer<T>(T body, JsonTypeInfo<T> type) : IResult
{
    private const int CapacityKept = 16 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var buffer = _kept ?? new ArrayBufferWriter<byte>(1024);
        // Not while it is in use: nor is it kept when the body can't be written.
        _kept = null;
        using (var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = type.Options.Encoder, SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, body, type);
        }

        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = buffer.WrittenCount;
        response.BodyWriter.Write(buffer.WrittenSpan);
        if (buffer.Capacity <= CapacityKept)
        {
            buffer.ResetWrittenCount();
            _kept = buffer;
        }

        return Task.CompletedTask;
    }
}
