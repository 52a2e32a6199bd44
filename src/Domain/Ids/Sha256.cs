using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace OrleansWallet.Domain.Ids;

/// <summary>SHA-256, of many short inputs.</summary>
/// <remarks>
/// It is OpenSSL's, as .NET's is on Linux. But .NET makes a context of OpenSSL's for each input, and
/// clears the thread's list of errors at each call, which takes twice as long as the hash itself.
/// Here each thread keeps its context. Where there is no OpenSSL 3 it is .NET's.
/// </remarks>
public static unsafe class Sha256
{
    // While a thread hashes the collector of garbage waits for it: not for long inputs.
    private const int ShortMax = 4096;

    private static readonly delegate* unmanaged<void*> _newContext;
    private static readonly delegate* unmanaged<void*, void> _freeContext;
    private static readonly delegate* unmanaged[SuppressGCTransition]<void*, void*, void*, int> _start;
    private static readonly delegate* unmanaged[SuppressGCTransition]<void*, byte*, nuint, int> _add;
    private static readonly delegate* unmanaged[SuppressGCTransition]<void*, byte*, uint*, int> _end;
    private static readonly void* _algorithm;

    [ThreadStatic]
    private static Context? _context;

    static Sha256()
    {
        if (!NativeLibrary.TryLoad("libcrypto.so.3", out var library)
            || !NativeLibrary.TryGetExport(library, "EVP_MD_fetch", out var fetch)
            || !NativeLibrary.TryGetExport(library, "EVP_MD_CTX_new", out var newContext)
            || !NativeLibrary.TryGetExport(library, "EVP_MD_CTX_free", out var freeContext)
            || !NativeLibrary.TryGetExport(library, "EVP_DigestInit_ex", out var start)
            || !NativeLibrary.TryGetExport(library, "EVP_DigestUpdate", out var add)
            || !NativeLibrary.TryGetExport(library, "EVP_DigestFinal_ex", out var end))
        {
            return;
        }

        _newContext = (delegate* unmanaged<void*>)newContext;
        _freeContext = (delegate* unmanaged<void*, void>)freeContext;
        _start = (delegate* unmanaged[SuppressGCTransition]<void*, void*, void*, int>)start;
        _add = (delegate* unmanaged[SuppressGCTransition]<void*, byte*, nuint, int>)add;
        _end = (delegate* unmanaged[SuppressGCTransition]<void*, byte*, uint*, int>)end;
        fixed (byte* name = "SHA256\0"u8)
        {
            _algorithm = ((delegate* unmanaged<void*, byte*, byte*, void*>)fetch)(null, name, null);
        }
    }

    /// <param name="data">What is hashed.</param>
    /// <param name="hash">32 bytes for the hash.</param>
    /// <exception cref="ArgumentException">It has fewer.</exception>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        if (data.Length > ShortMax || hash.Length < SHA256.HashSizeInBytes || !TryHash(data, hash))
        {
            SHA256.HashData(data, hash);
        }
    }

    private static bool TryHash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        if (_algorithm is null)
        {
            return false;
        }

        var context = (_context ??= new Context()).Handle;
        fixed (byte* from = data)
        fixed (byte* to = hash)
        {
            return context is not null
                && _start(context, _algorithm, null) == 1
                && _add(context, from, (nuint)data.Length) == 1
                && _end(context, to, null) == 1;
        }
    }

    // A thread's, and freed when that has ended.
    private sealed class Context
    {
        public void* Handle { get; } = _newContext();

        ~Context() => _freeContext(Handle);
    }
}
