using OrleansWallet.Api.Hosting;
using OrleansWallet.Contracts;
using OrleansWallet.Engines.Orleans.Hosting;

namespace OrleansWallet.Server.Cluster;

/// <summary>The cluster of this build: Microsoft Orleans.</summary>
internal static class ClusterEngine
{
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static void AddSilo(IHostApplicationBuilder builder)
    {
        Add(builder, OrleansEngine.AddOrleansSilo);
        builder.Services.AddSingleton(s => Composition.CreateGrainServices(
            s, s.GetRequiredService<IGrains>()));
    }

    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static void AddFront(IHostApplicationBuilder builder) =>
        Add(builder, OrleansEngine.AddOrleansFront);

    private static void Add(
        IHostApplicationBuilder builder,
        Action<IHostApplicationBuilder, OrleansOptions, string> add)
    {
        var options = GridSettings.Read<OrleansOptions>(builder.Configuration, "Cluster");
        var connectionString = Database.ReadConnectionString(builder.Configuration);
        try
        {
            add(builder, options, connectionString);
        }
        catch (ArgumentException e)
        {
            throw new SettingException(e.Message, e);
        }
    }
}
