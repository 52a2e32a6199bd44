using Microsoft.AspNetCore.Http;

namespace OrleansWallet.ProviderSimulator.Json;

/// <summary>Answers of the simulated providers.</summary>
internal static class JsAnswers
{
    public static IResult Json(JsNode body, int status = 200) =>
        Results.Text(body.Write(), "application/json", null, status);

    public static IResult Error(int status, string code, string message) =>
        Json(ErrorBody(status, code, message), status);

    public static JsObject ErrorBody(int status, string code, string message) => new()
    {
        { "status", JsNode.Bool(false) },
        { "statusCode", JsNode.Number($"{status}") },
        { "code", JsNode.Text(code) },
        { "message", JsNode.Text(message) },
    };
}
