namespace OrleansWallet.Chaos.Calls;

/// <summary>The last few settled records. Thread-safe.</summary>
public sealed class RecentRecords
{
    private const int Max = 2_000;

    private readonly Lock _gate = new();
    private readonly List<Record> _records = new(Max);
    private int _next;

    public void Add(Record record)
    {
        lock (_gate)
        {
            if (_records.Count < Max)
            {
                _records.Add(record);
            }
            else
            {
                _records[_next] = record;
                _next = (_next + 1) % Max;
            }
        }
    }

    public Record? Pick(Random random)
    {
        lock (_gate)
        {
            return _records.Count == 0 ? null : _records[random.Next(_records.Count)];
        }
    }
}
