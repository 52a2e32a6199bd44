using System.CommandLine;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Progress;
using Spectre.Console;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>The command line of <c>replay</c>.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "The bank's transactions as CSV, plain or gzipped",
        }.AcceptExistingOnly();
        var url = Text("--url", "http://127.0.0.1:8080", "The grid's address");
        var email = Text("--email", "service@demo.local", "Who signs in; needs the role service");
        var password = Text("--password", "demo-password-1", "The password");
        var concurrency = Number("--concurrency", 64, "Wallets at a time");
        var currency = Text("--currency", "CZK", "The currency of the file's amounts");
        var prefix = Text("--wallet-prefix", "cz-", "A wallet's id is this and the account_id");
        var retry = Number("--retry-seconds", 60, "How long to ask again while nothing succeeds");
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead" };
        var noVerify = new Option<bool>("--no-verify") { Description = "Do not read back" };
        url.Validators.Add(result => Require(
            result, Root(result.GetValue(url)) is not null, "--url is not an http address"));
        currency.Validators.Add(result => Require(
            result,
            CurrencyRegistry.Default.TryGet(result.GetValue(currency), out _),
            "--currency is not one of the built-in currencies"));
        prefix.Validators.Add(result => Require(
            result,
            WalletId.TryParse(result.GetValue(prefix) + "1", out _),
            "--wallet-prefix can't begin a wallet id"));

        var command = new Command("replay", "Posts a bank's file, a real transfer for each one in it")
        {
            file, url, email, password, concurrency, currency, prefix, retry, json, noVerify,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new ReplayOptions(
                parsed.GetRequiredValue(file).FullName,
                Root(parsed.GetRequiredValue(url))!,
                new Credentials(parsed.GetRequiredValue(email), parsed.GetRequiredValue(password)),
                parsed.GetValue(concurrency),
                CurrencyRegistry.Default[parsed.GetRequiredValue(currency)],
                parsed.GetRequiredValue(prefix),
                TimeSpan.FromSeconds(parsed.GetValue(retry)),
                parsed.GetValue(json),
                !parsed.GetValue(noVerify)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ReplayOptions options, CancellationToken cancellationToken)
    {
        BankFile file;
        try
        {
            file = new BankFileReader(options.WalletPrefix, options.Currency).Read(options.Path);
        }
        catch (Exception failure) when (failure is FormatException or IOException)
        {
            await Console.Error.WriteLineAsync($"{options.Path}: {failure.Message}");
            return 1;
        }

        using var run = new ReplayRun(options, file, Display(options.Json), TimeProvider.System);
        var report = await run.RunAsync(cancellationToken);
        await Console.Out.WriteLineAsync(
            options.Json ? ReplayReportJson.Write(report) : ReplayReportText.Write(report));
        return report.IsWell ? 0 : 1;
    }

    private static IProgressDisplay Display(bool json) => (json, Console.IsOutputRedirected) switch
    {
        (true, _) => new NoDisplay(),
        (false, true) => new LineDisplay(Console.Out, TimeProvider.System),
        (false, false) => new TerminalDisplay(AnsiConsole.Console, TimeProvider.System),
    };

    private static Uri? Root(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var root) && root.Scheme is "http" or "https"
            ? root
            : null;

    private static Option<string> Text(string name, string value, string what) =>
        new(name) { Description = what, DefaultValueFactory = _ => value };

    private static Option<int> Number(string name, int value, string what)
    {
        var option = new Option<int>(name) { Description = what, DefaultValueFactory = _ => value };
        option.Validators.Add(result => Require(
            result, result.GetValue(option) >= 1, $"{name} is not 1 or more"));
        return option;
    }

    private static void Require(
        System.CommandLine.Parsing.OptionResult result, bool holds, string otherwise)
    {
        if (!holds)
        {
            result.AddError(otherwise);
        }
    }
}
