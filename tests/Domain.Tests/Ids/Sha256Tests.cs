using System.Security.Cryptography;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Tests.Ids;

public class Sha256Tests
{
    private static readonly byte[] _data = [.. Enumerable.Range(0, 10_000).Select(i => (byte)(i * 7))];

    [Fact]
    public void Hash_WhenAbc_IsTheStandardsExample() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Hex(Hash("abc"u8)));

    [Fact]
    public void Hash_WhateverTheLength_EqualsDotNets()
    {
        int[] lengths = [.. Enumerable.Range(0, 300), 4095, 4096, 4097, _data.Length];

        foreach (var length in lengths)
        {
            var data = _data.AsSpan(0, length);
            Assert.Equal(Hex(SHA256.HashData(data)), Hex(Hash(data)));
        }
    }

    [Fact]
    public void Hash_WhenManyThreadsHashAtOnce_EachGetsItsOwn()
    {
        var expected = Enumerable.Range(0, 200)
            .Select(length => Hex(SHA256.HashData(_data.AsSpan(0, length)))).ToArray();
        var wrong = 0;
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                if (Hex(Hash(_data.AsSpan(0, i % 200))) != expected[i % 200])
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        })).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Hash_WhenItsThreadsHaveEnded_GoesOn()
    {
        for (var i = 0; i < 200; i++)
        {
            var thread = new Thread(() => Hash("abc"u8));
            thread.Start();
            thread.Join();
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal(Hex(SHA256.HashData("abc"u8)), Hex(Hash("abc"u8)));
    }

    [Fact]
    public void Hash_WhenRoomIsShort_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Sha256.Hash("abc"u8, new byte[31]));

    [Fact]
    public void Hash_WhenRoomIsLonger_LeavesTheRest()
    {
        var room = Enumerable.Repeat((byte)9, 40).ToArray();

        Sha256.Hash("abc"u8, room);

        Assert.Equal(Hex(SHA256.HashData("abc"u8)), Hex(room[..32]));
        Assert.All(room[32..], b => Assert.Equal(9, b));
    }

    private static byte[] Hash(ReadOnlySpan<byte> data)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        Sha256.Hash(data, hash);
        return hash;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
