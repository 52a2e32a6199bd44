using System.CommandLine;
using System.CommandLine.Parsing;
using OrleansWallet.LoadTest.Progress;
using Spectre.Console;

namespace OrleansWallet.LoadTest;

/// <summary>What the commands' options have in common.</summary>
internal static class CommandOptions
{
    public static Option<string> Text(string name, string value, string what) =>
        new(name) { Description = what, DefaultValueFactory = _ => value };

    public static Option<int> Number(string name, int value, string what)
    {
        var option = new Option<int>(name) { Description = what, DefaultValueFactory = _ => value };
        option.Validators.Add(result => Require(
            result, result.GetValue(option) >= 1, $"{name} is not 1 or more"));
        return option;
    }

    public static void Require(OptionResult result, bool holds, string otherwise)
    {
        if (!holds)
        {
            result.AddError(otherwise);
        }
    }

    /// <returns>Null when it is no address of a grid.</returns>
    public static Uri? Root(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var root) && root.Scheme is "http" or "https"
            ? root
            : null;

    public static IProgressDisplay Display(bool json) => (json, Console.IsOutputRedirected) switch
    {
        (true, _) => new NoDisplay(),
        (false, true) => new LineDisplay(Console.Out, TimeProvider.System),
        (false, false) => new TerminalDisplay(AnsiConsole.Console, TimeProvider.System),
    };
}
