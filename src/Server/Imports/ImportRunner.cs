using System.Runtime.InteropServices;
using Npgsql;
using OrleansWallet.Contracts;
using OrleansWallet.Import;
using OrleansWallet.Import.Reports;
using Spectre.Console;

namespace OrleansWallet.Server.Imports;

/// <summary>Runs an import on the grid in this process, without a front.</summary>
internal static class ImportRunner
{
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(
        ImportOptions options, bool dryRun, string? reportPath,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

        var configuration = Settings.Load();
        // Before anything is done, so that a report that can't be written stops it.
        await using var reportFile = ReportFile.Create(reportPath);
        await using var database = dryRun ? null : Database.Open(configuration);
        await using var services = database is null
            ? null
            : BuildGrid(configuration, database);
        if (database is not null)
        {
            await Composition.Migrate(database, newEpoch: false, stop.Token);
        }

        var progress = new ImportProgress();
        using var run = new ImportRun(
            options, GridSettings.ReadCurrencies(configuration), progress, TimeProvider.System);
        var target = services is null
            ? null
            : new ImportTarget(services.GetRequiredService<IGrains>(), database!);
        var working = run.Run(target, stop.Token);
        await ImportProgressBars.Show(AnsiConsole.Console, progress, working);
        var report = await working;

        ImportTables.Write(AnsiConsole.Console, report, reportPath);
        await reportFile.Complete(stream => ImportReportJson.Write(report, stream));
        return report.IsWell ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static ServiceProvider BuildGrid(
        IConfiguration configuration, NpgsqlDataSource database) =>
        new ServiceCollection()
            .AddLogging(static logging => logging
                .AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace)
                .SetMinimumLevel(LogLevel.Error))
            .AddSingleton(TimeProvider.System)
            .AddSingleton(configuration)
            .AddSingleton(database)
            .AddGrid(configuration)
            .BuildServiceProvider();
}
