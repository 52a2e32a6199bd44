namespace OrleansWallet.Journal.Commits;

/// <summary>What a journal sees of the writers of other journals.</summary>
/// <param name="AnyOther">Whether one of them may commit now.</param>
/// <param name="Mark">Unlike those before whenever a writer, of any journal, has come or was lost
/// since, or the database was started again.</param>
public readonly record struct WritersLook(bool AnyOther, string Mark);
