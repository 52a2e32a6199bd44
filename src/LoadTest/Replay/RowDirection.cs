namespace OrleansWallet.LoadTest.Replay;

/// <summary>Which way a row's money goes, as the account's owner sees it.</summary>
internal enum RowDirection
{
    Credit,
    Debit,
}
