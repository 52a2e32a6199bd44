using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace OrleansWallet.Engines.Orleans.Hosting;

/// <summary>
/// The first bytes of each connection: both ends prove that they know the shared secret, without
/// sending it. It keeps strangers out; only TLS keeps them from reading or changing what follows.
/// </summary>
internal sealed class SecretHandshake
{
    private const int SecretLengthMin = 32;
    private const int PartSize = 32;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly byte[] _secret;

    /// <exception cref="ArgumentException">The secret is too short to be one.</exception>
    public SecretHandshake(string secret)
    {
        _secret = secret.Length >= SecretLengthMin
            ? Encoding.UTF8.GetBytes(secret)
            : throw new ArgumentException(
                $"Cluster:SharedSecret must have at least {SecretLengthMin} characters");
    }

    /// <summary>The end that was called.</summary>
    public void Accept(IConnectionBuilder builder) => builder.Use(next => context =>
        Run(context, next, Accept));

    /// <summary>The end that calls.</summary>
    public void Offer(IConnectionBuilder builder) => builder.Use(next => context =>
        Run(context, next, Offer));

    private static async Task Run(
        ConnectionContext context, ConnectionDelegate next,
        Func<IDuplexPipe, CancellationToken, Task<bool>> shake)
    {
        using var patience = new CancellationTokenSource(_patience);
        var known = false;
        try
        {
            known = await shake(context.Transport, patience.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Whoever it was is gone, or says nothing.
        }

        if (!known)
        {
            context.Abort(new ConnectionAbortedException("the other end does not know the secret"));
            return;
        }

        await next(context);
    }

    private async Task<bool> Accept(IDuplexPipe pipe, CancellationToken cancellationToken)
    {
        var mine = RandomNumberGenerator.GetBytes(PartSize);
        await pipe.Output.WriteAsync(mine, cancellationToken);
        var answer = await Read(pipe.Input, 2 * PartSize, cancellationToken);
        var theirs = answer[..PartSize];
        if (!CryptographicOperations.FixedTimeEquals(
            answer.AsSpan(PartSize), Prove("offer", mine, theirs)))
        {
            return false;
        }

        await pipe.Output.WriteAsync(Prove("accept", theirs, mine), cancellationToken);
        return true;
    }

    private async Task<bool> Offer(IDuplexPipe pipe, CancellationToken cancellationToken)
    {
        var mine = RandomNumberGenerator.GetBytes(PartSize);
        var theirs = await Read(pipe.Input, PartSize, cancellationToken);
        await pipe.Output.WriteAsync(
            (byte[])[.. mine, .. Prove("offer", theirs, mine)], cancellationToken);
        var proof = await Read(pipe.Input, PartSize, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(proof, Prove("accept", mine, theirs));
    }

    private byte[] Prove(string end, byte[] first, byte[] second) =>
        HMACSHA256.HashData(
            _secret, (byte[])[.. Encoding.ASCII.GetBytes(end), .. first, .. second]);

    private static async Task<byte[]> Read(
        PipeReader input, int size, CancellationToken cancellationToken)
    {
        var result = await input.ReadAtLeastAsync(size, cancellationToken);
        if (result.Buffer.Length < size)
        {
            throw new IOException("the connection was closed");
        }

        var part = result.Buffer.Slice(0, size);
        var bytes = part.ToArray();
        input.AdvanceTo(part.End);
        return bytes;
    }
}
