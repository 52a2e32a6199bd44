using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Grid;

namespace OrleansWallet.Simulation.Workload;

/// <summary>A caller: asks, waits, gives up, asks again. Parks when the world wants quiet.</summary>
internal sealed class Client(
    SimNetwork network, CommandMaker maker, ProcessMaker processes, SimTime time,
    FaultPlan faults, SimRandom random, Func<bool> takeStep)
{
    private readonly List<MadeCommand> _unsettled = [];

    /// <summary>True while it waits for more steps.</summary>
    public bool IsParked { get; private set; } = true;

    /// <summary>Asks until there are no steps left.</summary>
    public async Task Work()
    {
        IsParked = false;
        while (takeStep())
        {
            await Once();
        }

        IsParked = true;
    }

    /// <summary>Asks for what it has had no answer to, with the same keys.</summary>
    public async Task Settle()
    {
        IsParked = false;
        foreach (var made in _unsettled.ToArray())
        {
            // Some outcomes stay unknown for ever, as in life.
            if (random.Below(5) > 0)
            {
                await Ask(made);
            }
        }

        _unsettled.Clear();
        IsParked = true;
    }

    /// <summary>Lets money out again, so that what waited for it can come to its end.</summary>
    public async Task Unfreeze(IReadOnlyList<WalletId> wallets)
    {
        IsParked = false;
        await Task.WhenAll(wallets.Select(w => Ask(maker.Unfreeze(w))));
        _unsettled.Clear();
        IsParked = true;
    }

    private async Task Once()
    {
        switch (random.Below(20))
        {
            case 0:
                await Read();
                return;
            case 1:
                await Together();
                return;
            case 2:
                await Reverse();
                return;
            case < 7 and > 3:
                await OnProcess();
                return;
            case 3 when random.Below(4) == 0:
                await Leave();
                return;
            case 8 when processes.CanBurst && random.Below(60) == 0:
                await Burst();
                return;
            case 7 when !maker.IsFull && random.Below(10) == 0:
                await Fill();
                return;
        }

        var next = maker.Next();
        if (random.Below(30) == 0)
        {
            // The same key twice at once.
            var other = random.Below(3) == 0 ? maker.OtherBody(next) : next;
            await Task.WhenAll(Ask(next), Ask(other));
            return;
        }

        if (await Ask(next) || !faults.Strikes(FaultKinds.Retries, 60))
        {
            return;
        }

        if (random.Below(2) == 0)
        {
            await Task.Delay(random.Between(1, 20_000), time);
        }

        await Ask(random.Below(6) == 0 ? maker.OtherBody(next) : next);
    }

    /// <returns>True when there is an answer that lasts.</returns>
    private async Task<bool> Ask(MadeCommand made)
    {
        var call = network.Wallet(made.Wallet).Execute(made.Command).AsTask();
        TimeSpan? patience = faults.Strikes(FaultKinds.Retries, 2) ? random.Between(1, 50) : null;
        if (await Answer(call, patience) is WalletAnswer.Done or WalletAnswer.Refused)
        {
            return true;
        }

        _unsettled.Add(made);
        return false;
    }

    // Null when it is not known: it may have happened. Throws nothing then: that is slow.
    private async Task<T?> Answer<T>(Task<T> call, TimeSpan? patience = null)
        where T : class
    {
        const ConfigureAwaitOptions quietly =
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;
        Task waiting = patience is { } most ? call.WaitAsync(most, time) : call;
        await waiting.ConfigureAwait(quietly);
        if (waiting.IsCompletedSuccessfully)
        {
            return await call;
        }

        return waiting.Exception!.InnerException is TimeoutException or WalletUnavailableException
            ? null
            : await call;
    }

    private async Task OnProcess()
    {
        var made = processes.Next();
        if (random.Below(4) == 0)
        {
            // Two at once, of one process or of two.
            await Task.WhenAll(Act(made), Act(random.Below(3) == 0 ? made : processes.Next()));
            return;
        }

        if ((!await Act(made) && random.Below(2) == 0) || random.Below(25) == 0)
        {
            await Act(random.Below(3) == 0 ? made.WithOtherInput() : made);
        }
    }

    // A process that has forgotten what was asked of it hears it once more.
    private async Task Burst()
    {
        var burst = processes.Burst().ToList();
        foreach (var made in burst)
        {
            await Act(made);
        }

        network.DeliverForgotten(burst[0].Process);
    }

    /// <returns>True when there is an answer that lasts.</returns>
    private async Task<bool> Act(MadeAction made)
    {
        var answer = await Answer(network.Process(made.Process).Act(made.Action).AsTask());
        if (answer is ProcessAnswer.Done)
        {
            processes.Took(made);
        }

        return answer is ProcessAnswer.Done or ProcessAnswer.Refused;
    }

    /// <summary>Reads a wallet's balances; no step of the run.</summary>
    public Task Read() => Answer(network.Wallet(maker.Wallet()).GetBalances().AsTask());

    // Sends all that a wallet has and closes it before the money can have arrived.
    private async Task Leave()
    {
        var wallet = maker.ColdWallet();
        var asked = new List<Task>();
        if (await Answer(network.Wallet(wallet).GetBalances().AsTask()) is { } balances)
        {
            asked.AddRange(balances.Balances.Where(b => b.Available > 0)
                .Select(b => Ask(maker.SendAll(wallet, b))));
        }

        await Task.Delay(random.Between(0.5, 6), time);
        asked.Add(Ask(maker.Close(wallet)));
        await Task.WhenAll(asked);
    }

    private async Task Together()
    {
        var first = maker.Next();
        var commands = new List<WalletCommand> { first.Command };
        for (var i = random.Below(4); i > 0; i--)
        {
            if (maker.Next() is var next && next.Wallet == first.Wallet)
            {
                commands.Add(next.Command);
            }
        }

        if (random.Below(10) == 0)
        {
            commands.Add(random.Pick(commands));
        }

        await Answer(network.Wallet(first.Wallet).ExecuteAll(commands).AsTask());
    }

    // From then on this wallet's postings come back.
    private async Task Fill()
    {
        var filled = await Answer(
            network.Wallet(OrderMaker.Full).ExecuteAll(CommandMaker.Fill()).AsTask());
        maker.IsFull |= filled is [WalletAnswer.Done, ..];
    }

    private async Task Reverse()
    {
        var wallet = maker.Wallet();
        var seq = 1 + random.Below(60);
        var key = random.Below(2) == 0
            ? CommandKey.OfReversal(wallet, seq)
            : CommandKey.FromService("reversals", $"{wallet}-{seq}-{random.Below(2)}");
        var context = new CommandContext(
            key, TransactionType.Reversal, new ReferenceId($"undo{seq}"));
        await Answer(network.Wallet(wallet).Reverse(seq, context).AsTask());
    }
}
