using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OrleansWallet.Api.Problems;

namespace OrleansWallet.Api.Json;

/// <summary>Reads JSON bodies, and says what is wrong with those that are none.</summary>
public static class BodyReader
{
    public static async ValueTask<Body<T>> Read<T>(HttpContext http, JsonTypeInfo<T> type)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
        {
            return Bad<T>(Problem.Of(
                StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type",
                "The body must be application/json"));
        }

        try
        {
            var value = await http.Request.ReadFromJsonAsync(type, http.RequestAborted);
            return value is null ? Bad<T>(Malformed("The body is null.")) : new(value, null);
        }
        catch (JsonException error)
        {
            return Bad<T>(Describe(error));
        }
        catch (BadHttpRequestException error)
        {
            return Bad<T>(Describe(error));
        }
    }

    /// <summary>Reads one element of a body that was parsed already.</summary>
    public static T? Read<T>(JsonElement element, JsonTypeInfo<T> type, FieldErrors errors)
        where T : class
    {
        try
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                return element.Deserialize(type);
            }

            errors.Add("", "must be a JSON object");
        }
        catch (JsonException error)
        {
            errors.Add(Field(error), "has a value of the wrong type");
        }

        return null;
    }

    private static Body<T> Bad<T>(IResult problem)
        where T : class => new(null, problem);

    // The reader's own complaint, wrapped by the serializer, is one about the syntax.
    private static ProblemHttpResult Describe(JsonException error) =>
        error.InnerException is JsonException || error.Path is null or "$"
            ? Malformed("The body is not the JSON that is expected here.")
            : FieldErrors.Of(
                Field(error), "has a value of the wrong type or is given twice",
                ProblemCodes.MalformedBody);

    private static ProblemHttpResult Describe(BadHttpRequestException error) =>
        error.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? Problem.Of(error.StatusCode, ProblemCodes.BodyTooLarge, "The body is too large")
            : Malformed("The body could not be read.");

    private static ProblemHttpResult Malformed(string detail) =>
        Problem.Of(
            StatusCodes.Status400BadRequest, ProblemCodes.MalformedBody,
            "The body is malformed", detail);

    private static string Field(JsonException error) =>
        error.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal)
            ? path[2..]
            : "body";
}
