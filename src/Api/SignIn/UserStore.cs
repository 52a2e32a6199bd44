using Npgsql;

namespace OrleansWallet.Api.SignIn;

/// <summary>The users in PostgreSQL. Thread-safe.</summary>
/// <remarks>
/// Reads throw <see cref="NpgsqlException"/> when the database is away; changes throw it when
/// nothing was done and <see cref="OutcomeUnknownException"/> when that is not known.
/// </remarks>
public sealed class UserStore(NpgsqlDataSource database)
{
    private const int CommandTimeoutSeconds = 5;
    private const string CredentialColumns = "user_id, password_hash, roles, security_stamp";

    private const string KnownColumns =
        "user_id, display_currency, network, data, created_at, security_stamp, changed_at";

    /// <summary>Rises even when the database's clock does not.</summary>
    private const string NextChange =
        "changed_at = greatest(clock_timestamp(), changed_at + interval '1 microsecond')";

    public async ValueTask<Credentials?> FindCredentials(
        EmailAddress email, CancellationToken cancellationToken)
    {
        await using var command = Command(
            $"select {CredentialColumns} from users where normalized_email = $1");
        command.Parameters.Add(new() { Value = email.Normalized });
        return await ReadCredentials(command, cancellationToken);
    }

    public async ValueTask<Credentials?> FindCredentials(
        string userId, CancellationToken cancellationToken)
    {
        await using var command = Command(
            $"select {CredentialColumns} from users where user_id = $1");
        command.Parameters.Add(new() { Value = userId });
        return await ReadCredentials(command, cancellationToken);
    }

    /// <summary>The address that a user registered with.</summary>
    public async ValueTask<EmailAddress?> FindEmail(
        string userId, CancellationToken cancellationToken)
    {
        await using var command = Command("select email from users where user_id = $1");
        command.Parameters.Add(new() { Value = userId });
        return await command.ExecuteScalarAsync(cancellationToken) is string text
            && EmailAddress.TryParse(text, out var email)
                ? email
                : null;
    }

    public async ValueTask<KnownUser?> Find(string userId, CancellationToken cancellationToken)
    {
        await using var command = Command($"select {KnownColumns} from users where user_id = $1");
        command.Parameters.Add(new() { Value = userId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? ReadKnown(reader) : null;
    }

    /// <summary>The users that changed during the last <paramref name="period"/>.</summary>
    public async ValueTask<IReadOnlyList<KnownUser>> FindChanged(
        TimeSpan period, CancellationToken cancellationToken)
    {
        await using var command = Command(
            $"select {KnownColumns} from users where changed_at > clock_timestamp() - $1");
        command.Parameters.Add(new() { Value = period });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var users = new List<KnownUser>();
        while (await reader.ReadAsync(cancellationToken))
        {
            users.Add(ReadKnown(reader));
        }

        return users;
    }

    public ValueTask<AddUserResult> Add(NewUser user, CancellationToken cancellationToken) =>
        Change(
            """
            insert into users (
              user_id, email, normalized_email, password_hash, roles, created_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing
            """,
            [
                user.UserId, user.Email.Value, user.Email.Normalized, user.PasswordHash,
                new[] { user.Role }, user.CreatedAt.ToUniversalTime(),
            ],
            async command => await command.ExecuteNonQueryAsync(cancellationToken) == 1
                ? AddUserResult.Added
                : await IsEmailTaken(user.Email, cancellationToken)
                    ? AddUserResult.EmailTaken
                    : AddUserResult.UserIdTaken,
            cancellationToken);

    /// <summary>Revokes all tokens of a user. Null when there is none.</summary>
    public ValueTask<KnownUser?> ChangeStamp(string userId, CancellationToken cancellationToken) =>
        ChangeUser(
            $"""
            update users set security_stamp = gen_random_uuid(), {NextChange}
            where user_id = $1 returning {KnownColumns}
            """,
            [userId], cancellationToken);

    /// <summary>
    /// Replaces a password and revokes all tokens. Null when <paramref name="oldHash"/> is not
    /// the user's password any more.
    /// </summary>
    public ValueTask<KnownUser?> ChangePassword(
        string userId, string oldHash, string newHash, CancellationToken cancellationToken) =>
        ChangeUser(
            $"""
            update users
            set password_hash = $3, security_stamp = gen_random_uuid(), {NextChange}
            where user_id = $1 and password_hash = $2 returning {KnownColumns}
            """,
            [userId, oldHash, newHash], cancellationToken);

    /// <summary>The same password, hashed anew. Tokens stay valid.</summary>
    public ValueTask<int> Rehash(
        string userId, string oldHash, string newHash, CancellationToken cancellationToken) =>
        Change(
            "update users set password_hash = $3 where user_id = $1 and password_hash = $2",
            [userId, oldHash, newHash],
            async command => await command.ExecuteNonQueryAsync(cancellationToken),
            cancellationToken);

    /// <summary>Changes what is not null. Null when there is no such user.</summary>
    public ValueTask<KnownUser?> ChangeProfile(
        string userId, string? displayCurrency, string? network, string? data,
        CancellationToken cancellationToken) =>
        ChangeUser(
            $"""
            update users
            set display_currency = coalesce($2::text, display_currency),
              network = coalesce($3::text, network),
              data = coalesce($4::text, data),
              {NextChange}
            where user_id = $1 returning {KnownColumns}
            """,
            [userId, displayCurrency, network, data], cancellationToken);

    private ValueTask<KnownUser?> ChangeUser(
        string sql, object?[] values, CancellationToken cancellationToken) =>
        Change(
            sql, values,
            async command =>
            {
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                return await reader.ReadAsync(cancellationToken) ? ReadKnown(reader) : null;
            },
            cancellationToken);

    private async ValueTask<T> Change<T>(
        string sql, object?[] values, Func<NpgsqlCommand, ValueTask<T>> run,
        CancellationToken cancellationToken)
    {
        // Until the connection is there nothing can have been done.
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection)
        {
            CommandTimeout = CommandTimeoutSeconds,
        };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        try
        {
            return await run(command);
        }
        catch (NpgsqlException e) when (e.IsTransient)
        {
            throw new OutcomeUnknownException(e);
        }
    }

    private async ValueTask<bool> IsEmailTaken(
        EmailAddress email, CancellationToken cancellationToken) =>
        await FindCredentials(email, cancellationToken) is not null;

    private NpgsqlCommand Command(string sql)
    {
        var command = database.CreateCommand(sql);
        command.CommandTimeout = CommandTimeoutSeconds;
        return command;
    }

    private static async ValueTask<Credentials?> ReadCredentials(
        NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Credentials(
                reader.GetString(0), reader.GetString(1), reader.GetFieldValue<string[]>(2),
                reader.GetGuid(3))
            : null;
    }

    private static KnownUser ReadKnown(NpgsqlDataReader reader) =>
        new(
            new UserProfile(
                reader.GetString(0), reader.GetString(1), Text(reader, 2), Text(reader, 3),
                reader.GetFieldValue<DateTimeOffset>(4)),
            reader.GetGuid(5),
            reader.GetFieldValue<DateTimeOffset>(6));

    private static string? Text(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
