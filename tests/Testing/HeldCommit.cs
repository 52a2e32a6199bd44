using Npgsql;

namespace OrleansWallet.Testing;

/// <summary>
/// Keeps every COMMIT that writes the reference <see cref="Reference"/> open on the server until
/// it is disposed: a deferred trigger waits there for an advisory lock.
/// </summary>
public sealed class HeldCommit : IAsyncDisposable
{
    /// <summary>Only commits with an entry of this reference are held.</summary>
    public const string Reference = "held";

    private const long LockNumber = 4711;

    private readonly NpgsqlConnection _holder;

    private HeldCommit(NpgsqlConnection holder) => _holder = holder;

    public static async Task<HeldCommit> Start(TestDatabase database)
    {
        await database.Execute(
            $"""
            create or replace function hold_commit() returns trigger language plpgsql
            set lock_timeout = 0 as $$
            begin
              perform pg_advisory_xact_lock_shared({LockNumber});
              return null;
            end $$;
            drop trigger if exists hold_commit on entries;
            create constraint trigger hold_commit after insert on entries
              deferrable initially deferred for each row
              when (new.reference = '{Reference}') execute function hold_commit();
            """);
        var holder = await database.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"select pg_advisory_lock({LockNumber})", holder);
        await command.ExecuteNonQueryAsync();
        return new HeldCommit(holder);
    }

    /// <summary>Waits until a COMMIT is held, and gives its backend's process id.</summary>
    public static async Task<int> Reached(TestDatabase database)
    {
        while (true)
        {
            var waiting = await database.Column<int>(
                "select pid from pg_locks where locktype = 'advisory' and not granted "
                + $"and objid = {LockNumber} and database = "
                + "(select oid from pg_database where datname = current_database())");
            if (waiting.Count > 0)
            {
                return waiting[0];
            }

            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await using (var command = new NpgsqlCommand(
            $"select pg_advisory_unlock({LockNumber})", _holder))
        {
            await command.ExecuteNonQueryAsync();
        }

        await _holder.DisposeAsync();
    }
}
