using System.CommandLine;
using System.CommandLine.Parsing;
using OrleansWallet.LoadTest.Databases;
using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Workloads.Http;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>The options of one workload's command.</summary>
internal sealed class LoadCommandOptions
{
    private const string Grains = "grains";
    private const string OverHttp = "http";
    private const string Silo = "silo";
    private const string Orleans = "orleans";
    private const string UrlDefault = "http://127.0.0.1:8080";
    private const int BatchMax = 1000;

    private readonly string _name;

    private readonly Option<string?> _target = new("--target")
    {
        Description = "grains: a grid in this process, the default; http: the running one of "
            + "--url, the default with --url; in a build with -p:Orleans=true also silo: a silo in "
            + "this process, and orleans: the silos of --database, whose client this is then",
    };

    private readonly Option<string?> _url = new("--url")
    {
        Description = $"The running grid's address; {UrlDefault} by default",
    };

    private readonly Option<string> _email = CommandOptions.Text(
        "--email", "service@demo.local", "Who signs in over HTTP; needs the role service");

    private readonly Option<string> _password = CommandOptions.Text(
        "--password", "demo-password-1", "The password");

    private readonly Option<int> _retry = CommandOptions.Number(
        "--retry-seconds", 60, "How long to ask again over HTTP while nothing succeeds");

    private readonly Option<string?> _database = new("--database")
    {
        Description = "Connection string of a PostgreSQL server for the grid in this process, "
            + "where a database is made and dropped again; else the running grid's own "
            + $"database, to check its books. {DatabaseOption.Variable} by default",
    };

    private readonly Option<int> _callers = CommandOptions.Number(
        "--callers", 64, "Operations under way at once; over HTTP each on a connection of its own");

    private readonly Option<int?> _rate = new("--rate")
    {
        Description = "Operations a second (open loop); callers as fast as they can without",
    };

    private readonly Option<int> _warmUp = CommandOptions.Number(
        "--warm-up", 3, "Seconds that are not measured");

    private readonly Option<int> _seconds = CommandOptions.Number(
        "--seconds", 10, "Seconds that are measured");

    private readonly Option<int> _wallets = CommandOptions.Number(
        "--wallets", 10_000, "Wallets on each side");

    private readonly Option<double> _zipf = new("--zipf")
    {
        Description = "Skew of the picks: wallet r in proportion to r^-ZIPF; 0 for none",
    };

    private readonly Option<int> _size = CommandOptions.Number(
        "--size", BatchMax, $"Credits a batch, at most {BatchMax}");

    private readonly Option<bool> _spread = new("--spread")
    {
        Description = "Each credit of a batch to a picked wallet, in place of all to one",
    };

    private readonly Option<bool> _baseline = new("--baseline")
    {
        Description = "Read as much that touches no wallet, to compare with",
    };

    private readonly Option<string> _baselinePath = CommandOptions.Text(
        "--baseline-path", BaselineWorkload.PathDefault, "What --baseline reads");

    private readonly Option<int> _connections = CommandOptions.Number(
        "--connections", 100, "Connections to the hub, shared out among the users");

    private readonly Option<int> _users = CommandOptions.Number(
        "--users", 16, "Users that are registered for the run over HTTP: those whose balances are "
            + "followed, or half of them sellers and half buyers");

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print one JSON object instead",
    };

    public LoadCommandOptions(string name)
    {
        _name = name;
        _target.AcceptOnlyFromAmong(Grains, OverHttp, Silo, Orleans);
        _url.Validators.Add(result => CommandOptions.Require(
            result,
            result.GetValue(_url) is not { } url || CommandOptions.Root(url) is not null,
            "--url is not an http address"));
        _baselinePath.Validators.Add(result => CommandOptions.Require(
            result, result.GetValue(_baselinePath) is ['/', ..],
            "--baseline-path does not begin with a slash"));
        _rate.Validators.Add(result => CommandOptions.Require(
            result, result.GetValue(_rate) is null or >= 1, "--rate is not 1 or more"));
        _zipf.Validators.Add(result => CommandOptions.Require(
            result, result.GetValue(_zipf) is >= 0 and <= 10, "--zipf is not between 0 and 10"));
        _size.Validators.Add(result => CommandOptions.Require(
            result, result.GetValue(_size) <= BatchMax, $"--size is above {BatchMax}"));
    }

    public void AddTo(Command command)
    {
        if (!WorkloadNames.IsHttpOnly(_name))
        {
            command.Add(_target);
        }

        Option[] common =
        [
            _url, _email, _password, _retry, _database, _callers, _rate, _warmUp, _seconds,
            _wallets, _zipf, _json,
        ];
        Option[] own = _name switch
        {
            WorkloadNames.Batch => [_size, _spread],
            WorkloadNames.Read => [_baseline, _baselinePath],
            WorkloadNames.Push => [_connections, _users],
            WorkloadNames.Trade or WorkloadNames.Mixed => [_users],
            _ => [],
        };
        foreach (var option in common.Concat(own))
        {
            command.Add(option);
        }

        command.Validators.Add(result => Check(result));
    }

    public LoadOptions Read(ParseResult parsed) => new()
    {
        Name = _name,
        ConnectionString = parsed.GetValue(_database) ?? DatabaseOption.FromEnvironment(),
        Root = IsHttp(parsed.GetValue(_target), parsed.GetValue(_url))
            ? CommandOptions.Root(parsed.GetValue(_url) ?? UrlDefault)
            : null,
        Engine = parsed.GetValue(_target) switch
        {
            Silo => LoadEngine.Silo,
            Orleans => LoadEngine.Cluster,
            _ => LoadEngine.Local,
        },
        Credentials = new Credentials(
            parsed.GetRequiredValue(_email), parsed.GetRequiredValue(_password)),
        RetryLimit = TimeSpan.FromSeconds(parsed.GetValue(_retry)),
        Callers = parsed.GetValue(_callers),
        Rate = parsed.GetValue(_rate),
        WarmUp = TimeSpan.FromSeconds(parsed.GetValue(_warmUp)),
        Duration = TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
        Wallets = parsed.GetValue(_wallets),
        Zipf = parsed.GetValue(_zipf),
        Size = parsed.GetValue(_size),
        Spread = parsed.GetValue(_spread),
        Baseline = parsed.GetValue(_baseline),
        BaselinePath = parsed.GetValue(_baselinePath) ?? BaselineWorkload.PathDefault,
        Connections = parsed.GetValue(_connections),
        Users = parsed.GetValue(_users),
        Json = parsed.GetValue(_json),
    };

    private void Check(CommandResult result)
    {
        var isHttp = IsHttp(result.GetValue(_target), result.GetValue(_url));
        if (!isHttp && result.GetValue(_url) is not null)
        {
            result.AddError("--url is of --target http");
        }

        if (!isHttp && string.IsNullOrEmpty(result.GetValue(_database) ?? DatabaseOption.FromEnvironment()))
        {
            result.AddError($"name a server by --database or {DatabaseOption.Variable}");
        }

        if (!isHttp && _name == WorkloadNames.Read && result.GetValue(_baseline))
        {
            result.AddError("--baseline is of --target http");
        }
    }

    private bool IsHttp(string? target, string? url) =>
        WorkloadNames.IsHttpOnly(_name) || (target ?? (url is null ? Grains : OverHttp)) == OverHttp;
}
