namespace OrleansWallet.Api.Tests.Flows;

/// <summary>A market that soon asks for payments of which it hears nothing.</summary>
public sealed class AskingMarket : ProvidedMarket
{
    protected override IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("Deposits:AskAfter", "00:00:00.5"), ("Grains:RecoveryInterval", "00:00:00.2"),
    ];
}
