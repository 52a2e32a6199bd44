using System.Globalization;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Workloads.Grains;

/// <summary>Wallet commands to grains, without HTTP between.</summary>
/// <remarks>Who has sent a command waits for its answer, even when the run is cancelled.</remarks>
internal sealed class GrainCommands(IGrains grains, Currency currency) : IGridCommands
{
    private const string Caller = "load";
    private static readonly Counterparty _world = new("world:load");
    private static readonly TransactionType _type = new("load");

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    public IGrains Grains => grains;

    public Amount Of(long minor) => new(minor, currency);

    public async ValueTask<bool> CreditAsync(
        LoadWallet wallet, long minor, long number, CancellationToken cancellationToken) =>
        await grains.Wallet(wallet.Id).Execute(Credit(minor, Name(number)), CancellationToken.None)
            is WalletAnswer.Done;

    public async ValueTask<bool> DebitAsync(
        LoadWallet wallet, long minor, long number, CancellationToken cancellationToken)
    {
        var command = new WalletCommand.Debit(
            Context(Name(number)), AccountKind.Spot, Of(minor), _world);
        return await grains.Wallet(wallet.Id).Execute(command, CancellationToken.None)
            is WalletAnswer.Done;
    }

    public async ValueTask<bool> TransferAsync(
        LoadWallet from, LoadWallet to, long minor, long number,
        CancellationToken cancellationToken)
    {
        var command = new WalletCommand.Transfer(
            Context(Name(number)), AccountKind.Spot, null, [new Posting(to.Id, Of(minor))]);
        return await grains.Wallet(from.Id).Execute(command, CancellationToken.None)
            is WalletAnswer.Done { Receipt.Status: not ReceiptStatus.Returned };
    }

    public async ValueTask<bool> ReadBalancesAsync(
        LoadWallet wallet, CancellationToken cancellationToken)
    {
        var balances = await grains.Wallet(wallet.Id).GetBalances(cancellationToken);
        return balances.Version > 0;
    }

    public async ValueTask<LoadOutcome> CreditAllAsync(
        IReadOnlyList<LoadWallet> wallets, long minor, long number,
        CancellationToken cancellationToken)
    {
        var commands = new WalletCommand[wallets.Count];
        for (var i = 0; i < commands.Length; i++)
        {
            commands[i] = Credit(
                minor, string.Create(CultureInfo.InvariantCulture, $"{number}:{i}"));
        }

        var answers = wallets.All(wallet => wallet == wallets[0])
            ? await grains.Wallet(wallets[0].Id).ExecuteAll(commands, CancellationToken.None)
            : await Task.WhenAll(commands.Select((command, i) =>
                grains.Wallet(wallets[i].Id).Execute(command, CancellationToken.None).AsTask()));
        var done = answers.Count(answer => answer is WalletAnswer.Done);
        return new LoadOutcome(done, answers.Count - done);
    }

    public static string Name(long number) => number.ToString(CultureInfo.InvariantCulture);

    private WalletCommand.Credit Credit(long minor, string reference) =>
        new(Context(reference), AccountKind.Spot, Of(minor), _world);

    private CommandContext Context(string reference)
    {
        var name = $"{_run}-{reference}";
        var key = LoadKey.New().ToString();
        return new CommandContext(
            CommandKey.FromService(Caller, key), _type, new ReferenceId(name));
    }
}
