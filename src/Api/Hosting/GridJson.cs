using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Hosting;

/// <summary>How bodies are read and written.</summary>
internal static class GridJson
{
    private const int DepthMax = 32;

    /// <remarks>
    /// Fields that nobody knows are ignored. Names carry no policy that one could rely on: each
    /// body names its fields, since the contract mixes styles.
    /// </remarks>
    public static void Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.ReadCommentHandling = JsonCommentHandling.Disallow;
        options.AllowTrailingCommas = false;
        options.MaxDepth = DepthMax;
        // Answers are never part of a page.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
