using Microsoft.Extensions.Options;
using Npgsql;

namespace OrleansWallet.Api.SignIn;

/// <summary>Counts wrong passwords and locks accounts, for all fronts. Thread-safe.</summary>
/// <remarks>
/// Counts start anew after the lock's length without a wrong password. All methods throw
/// <see cref="NpgsqlException"/> when the database is away.
/// </remarks>
public sealed class SignInFailures(
    NpgsqlDataSource database, IOptions<SignInOptions> options, TimeProvider clock)
{
    private TimeSpan LockLength => TimeSpan.FromMinutes(options.Value.LockMinutes);

    /// <summary>How long the account is locked still; zero when it is not.</summary>
    public async ValueTask<TimeSpan> FindLock(
        EmailAddress email, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select locked_until from sign_in_failures where email_digest = $1");
        command.Parameters.Add(new() { Value = email.Digest() });
        var now = clock.GetUtcNow();
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime until && until > now
            ? until - now
            : TimeSpan.Zero;
    }

    /// <summary>Counts a wrong password. True when this one locked the account.</summary>
    public async ValueTask<bool> Record(EmailAddress email, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(
            """
            with aged as (
              delete from sign_in_failures where email_digest in (
                select email_digest from sign_in_failures
                where last_at < $3 and email_digest <> $1
                order by last_at limit 100 for update skip locked))
            insert into sign_in_failures as known (email_digest, failed_count, locked_until, last_at)
            values ($1, 1, case when $4 <= 1 then $5::timestamptz end, $2)
            on conflict (email_digest) do update set
              failed_count = case when known.last_at < $3 then 1 else known.failed_count + 1 end,
              locked_until = case
                when (case when known.last_at < $3 then 1 else known.failed_count + 1 end) >= $4
                then $5::timestamptz end,
              last_at = $2
            returning locked_until is not null
            """);
        command.Parameters.Add(new() { Value = email.Digest() });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now - LockLength });
        command.Parameters.Add(new() { Value = options.Value.FailuresMax });
        command.Parameters.Add(new() { Value = now + LockLength });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Forgets the wrong passwords after a right one.</summary>
    public async ValueTask Clear(EmailAddress email, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "delete from sign_in_failures where email_digest = $1");
        command.Parameters.Add(new() { Value = email.Digest() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
