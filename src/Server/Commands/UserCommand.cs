using System.CommandLine;
using System.Security.Cryptography;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Server.Commands;

/// <summary><c>user add</c>: adds an admin or a service, which nobody can register as.</summary>
internal static class UserCommand
{
    private const int GeneratedPasswordLength = 24;

    private const string PasswordLetters =
        "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public static Command Create()
    {
        var email = new Option<string>("--email")
        {
            Description = "The address to sign in with",
            Required = true,
        };
        var role = new Option<string>("--role")
        {
            Description = "user, admin or service",
            Required = true,
        };
        role.AcceptOnlyFromAmong(Caller.UserRole, Caller.AdminRole, Caller.ServiceRole);
        var passwordStdin = new Option<bool>("--password-stdin")
        {
            Description = "Read the password from standard input; without, one is made and printed",
        };
        var userId = new Option<string?>("--user-id")
        {
            Description = "The user's and wallet's id; without, one is made",
        };
        var add = new Command("add", "Add a user") { email, role, passwordStdin, userId };
        add.SetAction((parsed, cancellationToken) => CommandRunner.Run(() => Add(
            parsed.GetRequiredValue(email), parsed.GetRequiredValue(role),
            parsed.GetValue(passwordStdin), parsed.GetValue(userId), cancellationToken)));
        return new Command("user", "Manage users") { add };
    }

    private static async Task<int> Add(
        string emailText, string role, bool passwordStdin, string? userIdText,
        CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(emailText, out var email))
        {
            throw new SettingException("--email must be an address such as name@example.com");
        }

        var userId = userIdText ?? Accounts.NewUserId();
        if (!WalletId.TryParse(userId, out _) || WalletId.IsReserved(userId))
        {
            throw new SettingException(
                $"--user-id must be 1 to {IdText.LengthMax} characters of A-Z a-z 0-9 . _ : @ - "
                + "and not begin like one of the grid's own");
        }

        var password = passwordStdin
            ? await Console.In.ReadLineAsync(cancellationToken)
            : RandomNumberGenerator.GetString(PasswordLetters, GeneratedPasswordLength);
        if (!Passwords.IsValid(password))
        {
            throw new SettingException(
                $"The password must have {Passwords.LengthMin} to {Passwords.LengthMax} characters");
        }

        var configuration = Settings.Load();
        await using var database = Database.Open(configuration);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(database)
            .AddAccounts(configuration)
            .BuildServiceProvider();
        var result = await services.GetRequiredService<Accounts>()
            .Add(userId, email, password!, role, cancellationToken);
        return await Tell(result, userId, passwordStdin ? null : password);
    }

    private static async Task<int> Tell(AddUserResult result, string userId, string? password)
    {
        switch (result)
        {
            case AddUserResult.Added:
                Console.WriteLine($"user_id: {userId}");
                if (password is not null)
                {
                    Console.WriteLine($"password: {password}");
                }

                return ExitCodes.Done;
            case AddUserResult.EmailTaken:
                return await CommandRunner.Fail(
                    "A user with this address exists", ExitCodes.Refused);
            case AddUserResult.UserIdTaken:
                return await CommandRunner.Fail(
                    "A user with this id exists", ExitCodes.Refused);
            default:
                throw new InvalidOperationException($"{result} has no answer");
        }
    }
}
