using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In this process: a benchmark's own project would have to be restored and built first, which
// takes longer than to measure.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "artifacts"));
_ = args.Length == 0
    ? BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).RunAllJoined(config)
    : null;
if (args.Length > 0)
{
    _ = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
}
