using System.Globalization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit;

/// <summary>
/// What was asked for, without its key. Put into words only where two uses of a key differ in
/// their commands: most keys are used once, or with one command again.
/// </summary>
/// <param name="wallet">Who is to do it.</param>
/// <param name="command">Null for a reversal, whose command the grain makes.</param>
/// <param name="reversed">For a reversal, the entry to undo.</param>
internal sealed class AskedInput(WalletId wallet, WalletCommand? command, long reversed)
{
    private readonly WalletId _wallet = wallet;
    private readonly WalletCommand? _command = command;
    private string? _text;

    private string Text => _text ??= _command is null
        ? string.Create(CultureInfo.InvariantCulture, $"{_wallet}|reverse|{reversed}")
        : Inputs.Of(_wallet, _command);

    public bool IsSame(AskedInput other) =>
        ReferenceEquals(this, other)
        || (_command is not null && ReferenceEquals(_command, other._command)
            && _wallet == other._wallet)
        || Text == other.Text;

    public override string ToString() => Text;
}
