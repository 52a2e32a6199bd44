namespace OrleansWallet.LoadTest.Http;

/// <summary>Who the tool signs in as: one that may credit, debit and transfer.</summary>
internal sealed record Credentials(string Email, string Password)
{
    // The password stays out of every message.
    public override string ToString() => Email;
}
