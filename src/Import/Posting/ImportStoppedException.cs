namespace OrleansWallet.Import.Posting;

/// <summary>The database stayed away; running the import again goes on.</summary>
internal sealed class ImportStoppedException(string message) : Exception(message);
