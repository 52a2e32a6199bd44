using System.Net;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Server;

/// <summary>Users with a password that everybody knows, for this machine only.</summary>
internal static class DemoMode
{
    private const string Password = "demo-password-1";

    private static readonly (string UserId, string Role)[] _users =
    [
        ("alice", Caller.UserRole),
        ("bob", Caller.UserRole),
        ("carol", Caller.UserRole),
        ("admin", Caller.AdminRole),
        ("service", Caller.ServiceRole),
    ];

    /// <exception cref="SettingException">An address can be reached from elsewhere.</exception>
    public static void RequireLoopback(string urls)
    {
        var all = urls.Split(
            ';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (all.Length == 0)
        {
            throw new SettingException("--demo needs an address to listen on");
        }

        foreach (var url in all)
        {
            if (!IsLoopback(url))
            {
                throw new SettingException(
                    $"--demo adds users whose password is known, so it listens on loopback "
                    + $"addresses only; '{url}' is not one. Use http://localhost:5000 or leave "
                    + "--demo out.");
            }
        }
    }

    public static async Task AddUsers(
        IServiceProvider services, CancellationToken cancellationToken)
    {
        var accounts = services.GetRequiredService<Accounts>();
        var store = services.GetRequiredService<UserStore>();
        foreach (var (userId, role) in _users)
        {
            if (await store.FindCredentials(userId, cancellationToken) is null
                && EmailAddress.TryParse($"{userId}@demo.local", out var email))
            {
                await accounts.Add(userId, email, Password, role, cancellationToken);
            }
        }

        ServerLog.DemoUsers(
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DemoMode).FullName!));
    }

    /// <summary>Reads an address as Kestrel does, which listens everywhere for any name but
    /// localhost.</summary>
    private static bool IsLoopback(string url)
    {
        try
        {
            var host = BindingAddress.Parse(url).Host;
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
