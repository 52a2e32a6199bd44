using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Verification;

namespace OrleansWallet.Api.Tests.Flows;

/// <summary>A grid with its staff, for tests of what moves money between people.</summary>
public sealed class Market : IAsyncLifetime
{
    private int _number;

    /// <summary>Besides the usual ones.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    public TestDatabase Database { get; private set; } = null!;

    public TestGrid Grid { get; private set; } = null!;

    public Person Admin { get; private set; } = null!;

    public Person Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.Create();
        Grid = await TestGrid.Start(
            Database.ConnectionString, null,
            [("RateLimit:PerSecond", "100000"), ("RateLimit:Burst", "100000"), .. Settings]);
        Admin = await Person.SignIn(Grid, "admin");
        Service = await Person.SignIn(Grid, "service");
    }

    public async Task DisposeAsync()
    {
        await Grid.DisposeAsync();
        await Database.DisposeAsync();
    }

    public Task<Person> Join() => Person.SignIn(Grid);

    /// <summary>A user with money.</summary>
    public async Task<Person> Join(string amount, string currency)
    {
        var person = await Join();
        await Give(person.Id, amount, currency);
        return person;
    }

    public async Task Give(string wallet, string amount, string currency) =>
        (await Service.Post($"/api/wallets/{wallet}/credit", new
        {
            currency,
            amount,
            transaction_type = "topup",
            reference_id = string.Create(
                CultureInfo.InvariantCulture, $"start-{Interlocked.Increment(ref _number)}"),
        })).Require(200);

    /// <summary>All that the database can show of the invariants holds.</summary>
    public async Task RequireSound()
    {
        var database = Grid.Services.GetRequiredService<NpgsqlDataSource>();
        var report = await new Verifier(database, CurrencyRegistry.Default).Run(null, default);
        Assert.True(
            report.IsClean,
            string.Join('\n', report.Checks.Where(c => !c.IsClean)));
        Assert.Empty(Grid.Errors);
    }
}
