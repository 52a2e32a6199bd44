using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace OrleansWallet.Api.Hosting;

/// <summary>
/// JSON is UTF-8 (RFC 8259): another charset is answered by 415. The framework would throw at
/// charsets that it does not know, and at a quoted one.
/// </summary>
internal static class BodyCharset
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || NameValueHeaderValue.Find(type.Parameters, "charset") is not { } charset)
        {
            return next(context);
        }

        var name = HeaderUtilities.RemoveQuotes(charset.Value);
        if (!name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        type.Parameters.Remove(charset);
        request.ContentType = type.ToString();
        return next(context);
    }
}
