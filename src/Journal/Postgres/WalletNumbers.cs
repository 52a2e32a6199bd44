using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Hands out numbers for new wallets, a block a round trip. Numbers may be skipped.</summary>
internal sealed class WalletNumbers : IDisposable
{
    // As in the migration that makes the sequence.
    private const int Block = 64;

    private readonly SemaphoreSlim _one = new(1);
    private long _next;
    private long _end;

    public async Task<long> Next(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_next == _end)
            {
                await using var command =
                    new NpgsqlCommand("select nextval('wallet_numbers')", connection);
                _next = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
                _end = _next + Block;
            }

            return _next++;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
