using OrleansWallet.Api.Tests.Requests;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>From a route's valid call to a bad one.</summary>
internal static class RequestMutator
{
    public static RawRequest Mutate(Random random, Scene scene, ApiRoute route)
    {
        var sample = Samples.Find(route)
            ?? throw new InvalidOperationException($"{route.Name} has no sample");
        var request = scene.Request(route, sample, sample.By);
        // Mostly one change, so that it is met and not hidden behind another.
        for (var changes = random.Next(4) == 0 ? 2 : 1; changes > 0; changes--)
        {
            Change(random, scene, route, request);
        }

        // It may be so large that the server hangs up while it is still coming.
        request.MayBreak |= request.Body.Length > 512 * 1024;
        return request;
    }

    private static void Change(
        Random random, Scene scene, ApiRoute route, RawRequest request)
    {
        var hasBody = request.Body.Length > 0;
        switch (random.Next(hasBody ? 20 : 9))
        {
            case < 3 when route.Pattern.Contains('{') || random.Next(3) == 0:
                TargetMutator.ChangePath(random, request, route);
                break;
            case < 6:
                TargetMutator.ChangeQuery(random, request, scene);
                break;
            case 6:
                HeaderMutator.ChangeToken(random, request, scene);
                break;
            case 7:
                HeaderMutator.ChangeKey(random, request);
                break;
            case 8 or 9:
                HeaderMutator.ChangeType(random, request);
                break;
            case 10:
                HeaderMutator.ChangeLength(random, request);
                break;
            case 11 or 12:
                request.Body = BodyMutator.Mutate(random, request.Body);
                break;
            default:
                ChangeJson(random, request);
                break;
        }
    }

    // What an earlier change made of the body may be no JSON any more.
    private static void ChangeJson(Random random, RawRequest request)
    {
        try
        {
            request.BodyText = JsonMutator.Mutate(random, request.BodyText);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or ArgumentException
            or InvalidOperationException or NullReferenceException)
        {
            request.BodyText = BadValues.Fragment(random);
        }
    }
}
