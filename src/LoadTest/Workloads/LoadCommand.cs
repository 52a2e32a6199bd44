using System.CommandLine;
using System.Net.WebSockets;
using Npgsql;
using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Workloads.Cluster;
using OrleansWallet.LoadTest.Workloads.Grains;
using OrleansWallet.LoadTest.Workloads.Http;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>The command line of the workloads.</summary>
internal static class LoadCommand
{
    public static IEnumerable<Command> CreateAll() =>
        WorkloadNames.All.Select(workload => Create(workload.Name, workload.What));

    /// <summary>Runs a workload and checks the grid; ends what it began.</summary>
    /// <exception cref="GridUnreachableException">No success for too long.</exception>
    /// <exception cref="LoadFailedException">The run can't go on.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public static async Task<LoadReport> RunAsync(
        LoadOptions options, CancellationToken cancellationToken)
    {
        await using var target = await StartAsync(options, cancellationToken);
        var workload = WorkloadNames.Create(options, target);
        try
        {
            var run = new LoadRun(
                workload, options, CommandOptions.Display(options.Json), TimeProvider.System);
            var report = await run.RunAsync(cancellationToken);
            var checks = await target.VerifyAsync(cancellationToken);
            return report with
            {
                Facts = [.. report.Facts, .. target.Facts],
                Refusals = target.Refusals,
                Checks = checks.With(report.Findings),
            };
        }
        finally
        {
            await (workload is IAsyncDisposable ends ? ends.DisposeAsync() : default);
        }
    }

    private static Command Create(string name, string what)
    {
        var options = new LoadCommandOptions(name);
        var command = new Command(name, what);
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            ReportAsync(options.Read(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> ReportAsync(
        LoadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var report = await RunAsync(options, cancellationToken);
            await Console.Out.WriteLineAsync(
                options.Json ? LoadReportJson.Write(report) : LoadReportText.Write(report));
            return report.IsWell ? 0 : 1;
        }
        catch (NpgsqlException failure)
        {
            await Console.Error.WriteLineAsync($"the database: {failure.Message}");
            return 1;
        }
        catch (Exception failure) when (failure is GridUnreachableException
            or GridRefusedException or LoadFailedException or InvalidDataException
            or WebSocketException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static async Task<ILoadTarget> StartAsync(
        LoadOptions options, CancellationToken cancellationToken) =>
        options.Root is { } root
            ? await HttpTarget.StartAsync(options, root, TimeProvider.System, cancellationToken)
            : options.Engine switch
            {
                LoadEngine.Silo => await ClusterTargets.HostAsync(options, cancellationToken),
                LoadEngine.Cluster => await ClusterTargets.JoinAsync(options, cancellationToken),
                _ => await GridInProcess.StartAsync(options.ConnectionString!, cancellationToken),
            };
}
