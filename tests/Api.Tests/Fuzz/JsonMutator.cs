using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>Changes valid JSON in one place; what comes out may be no JSON any more.</summary>
internal static class JsonMutator
{
    // Stands for raw text until all else is written.
    private const string Mark = "@mutated@";

    public static string Mutate(Random random, string json)
    {
        var root = JsonNode.Parse(json)!;
        var objects = Objects(root).ToList();
        var target = random.Pick(objects);
        var names = target.Select(p => p.Key).ToList();
        if (names.Count == 0)
        {
            return BadValues.Fragment(random);
        }

        var name = random.Pick(names);
        switch (random.Next(12))
        {
            case 0:
                target.Remove(name);
                break;
            case 1:
                var value = target[name]?.DeepClone();
                target.Remove(name);
                target[random.Pick([name.ToUpperInvariant(), name + " ", "$type", name + "\0"])] =
                    value;
                break;
            case 2:
                return Write(target, root, Quote(name) + ":" + BadValues.Fragment(random) + ",");
            case 3:
                return Write(
                    target, root,
                    Quote(BadValues.Text(random)) + ":" + BadValues.Fragment(random) + ",");
            case 4:
                names.ForEach(n => target[n] = null);
                break;
            case 5:
                return $"[{root.ToJsonString()}]";
            case 6:
                return BadValues.Fragment(random);
            default:
                target[name] = Mark;
                return root.ToJsonString().Replace(
                    Quote(Mark), BadValues.Fragment(random), StringComparison.Ordinal);
        }

        return root.ToJsonString();
    }

    /// <summary>The JSON with raw text as the first member of an object in it.</summary>
    private static string Write(JsonObject target, JsonNode root, string member)
    {
        target.Insert(0, Mark, 0);
        return root.ToJsonString().Replace(
            Quote(Mark) + ":0,", member, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(p => Objects(p.Value)).Prepend(found),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
