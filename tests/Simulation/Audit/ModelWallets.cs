using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit;

/// <summary>All wallets as they are committed.</summary>
internal sealed class ModelWallets
{
    private readonly Dictionary<string, ModelWallet> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ModelWallet> _byNo = [];

    public IReadOnlyCollection<ModelWallet> All => _byId.Values;

    public ModelWallet? Find(string id) => _byId.GetValueOrDefault(id);

    public ModelWallet? Find(long no) => _byNo.GetValueOrDefault(no);

    /// <summary>The model of a row; made when it is the first of it.</summary>
    public ModelWallet Of(SimWallet row)
    {
        if (!_byId.TryGetValue(row.Id.Value, out var wallet))
        {
            wallet = new ModelWallet(row.Id.Value, row.No);
            _byId.Add(row.Id.Value, wallet);
            _byNo.Add(row.No, wallet);
        }

        return wallet;
    }

    public bool IsCommitted(long walletNo, Entry entry) =>
        _byNo.TryGetValue(walletNo, out var wallet) && entry.Seq <= wallet.Seq
        && wallet.Entries[(int)entry.Seq - 1].Hash == entry.Hash;
}
