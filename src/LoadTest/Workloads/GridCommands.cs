using System.Globalization;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Wallet commands as a service would send them, each with a key of its own.</summary>
internal sealed class GridCommands(IGrains grains, Currency currency)
{
    private const string Caller = "load";
    private static readonly Counterparty _world = new("world:load");
    private static readonly TransactionType _type = new("load");

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    public IGrains Grains => grains;

    public Amount Of(long minor) => new(minor, currency);

    public async ValueTask<bool> CreditAsync(
        WalletId wallet, long minor, string reference, CancellationToken cancellationToken)
    {
        var command = new WalletCommand.Credit(
            Context(reference), AccountKind.Spot, Of(minor), _world);
        return await grains.Wallet(wallet).Execute(command, cancellationToken)
            is WalletAnswer.Done;
    }

    public async ValueTask<bool> TransferAsync(
        WalletId from, WalletId to, long minor, string reference,
        CancellationToken cancellationToken)
    {
        var command = new WalletCommand.Transfer(
            Context(reference), AccountKind.Spot, null, [new Posting(to, Of(minor))]);
        return await grains.Wallet(from).Execute(command, cancellationToken)
            is WalletAnswer.Done { Receipt.Status: not ReceiptStatus.Returned };
    }

    public static string Name(long number) => number.ToString(CultureInfo.InvariantCulture);

    private CommandContext Context(string reference)
    {
        var name = $"{_run}-{reference}";
        return new CommandContext(
            CommandKey.FromService(Caller, name), _type, new ReferenceId(name));
    }
}
