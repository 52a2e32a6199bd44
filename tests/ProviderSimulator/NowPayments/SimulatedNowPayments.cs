using System.Globalization;

namespace OrleansWallet.ProviderSimulator.NowPayments;

/// <summary>The state of the simulated NOWPayments, and what happens on its chains. Each change
/// of a status sends a callback and waits for its answer. Thread-safe.</summary>
public sealed class SimulatedNowPayments : IDisposable
{
    private readonly ProviderServerOptions _options;
    private readonly Lock _lock = new();
    private readonly List<SimulatedPayment> _payments = [];
    private readonly List<SimulatedPayout> _payouts = [];
    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];
    private long _lastId = 5_000_000_000;

    internal SimulatedNowPayments(ProviderServerOptions options)
    {
        _options = options;
        Ipns = new IpnSender(options);
    }

    public IpnSender Ipns { get; }

    /// <summary>Refuses an external id that it had before. Whether the real one does is not
    /// known, so by default each request is a payout.</summary>
    public bool RefusesKnownExternalIds { get; set; }

    /// <summary>Least amounts by coin, as texts; others have 0.0001.</summary>
    public Dictionary<string, string> Minimums { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<SimulatedPayment> Payments => Locked(() => _payments.ToList());

    public IReadOnlyList<SimulatedPayout> Payouts => Locked(() => _payouts.ToList());

    /// <summary>The codes that confirmed payouts, in order.</summary>
    public IReadOnlyList<string> VerificationCodes => Locked(() => _codes.ToList());

    /// <summary>How many payouts were made for an external id: more than one is money lost.
    /// </summary>
    public int PayoutsOf(string externalId) =>
        Locked(() => _payouts.Count(p => p.ExternalId == externalId));

    /// <summary>Pays a deposit, whole or in part, through all its steps.</summary>
    /// <param name="paymentId">The deposit.</param>
    /// <param name="amount">Decimal text in the coin; less than asked for ends as partially paid.
    /// </param>
    public async Task<SimulatedPayment> Pay(string paymentId, string amount)
    {
        var payment = Change(paymentId, p => p with { ActuallyPaid = amount });
        var isWhole = Number(amount) >= Number(payment.PayAmount);
        foreach (var status in new[] { "confirming", "confirmed", "sending" })
        {
            await Tell(paymentId, status);
        }

        return await Tell(paymentId, isWhole ? "finished" : "partially_paid");
    }

    /// <summary>Sets a deposit's status, known or not, and tells it.</summary>
    public async Task<SimulatedPayment> Tell(string paymentId, string status)
    {
        var payment = Change(paymentId, p => p with { Status = status });
        await Ipns.Send(payment.IpnUrl, payment.Told());
        return payment;
    }

    /// <summary>Pays to the address of an earlier deposit: a payment of its own.</summary>
    /// <param name="parentId">The earlier deposit.</param>
    /// <param name="amount">Decimal text in the coin.</param>
    /// <param name="coin">Another coin than the one asked for, or null.</param>
    /// <param name="status">The first and only status told.</param>
    public async Task<SimulatedPayment> Redeposit(
        string parentId, string amount, string? coin = null, string status = "finished")
    {
        var parent = Payments.First(p => p.Id == parentId);
        var payment = parent with
        {
            Id = NextId(),
            ParentId = parentId,
            PayCurrency = coin ?? parent.PayCurrency,
            ActuallyPaid = amount,
            Status = status,
            CreatedAt = _options.Time.GetUtcNow(),
            UpdatedAt = _options.Time.GetUtcNow(),
        };
        Locked(() => _payments.Add(payment));
        await Ipns.Send(payment.IpnUrl, payment.Told());
        return payment;
    }

    /// <summary>Sets a payout's status, in any case, and tells it.</summary>
    public async Task<SimulatedPayout> MovePayout(
        string payoutId, string status, string? hash = null, string? error = null)
    {
        var payout = Locked(() =>
        {
            var at = _payouts.FindIndex(p => p.Id == payoutId);
            return _payouts[at] = _payouts[at] with
            {
                Status = status,
                Hash = hash ?? _payouts[at].Hash,
                Error = error,
                UpdatedAt = _options.Time.GetUtcNow(),
            };
        });
        await Ipns.Send(payout.IpnUrl, payout.Told(inCallback: true));
        return payout;
    }

    /// <summary>Forgets all tokens, as after five minutes.</summary>
    public void ExpireTokens() => Locked(_tokens.Clear);

    public void Dispose() => Ipns.Dispose();

    internal SimulatedPayment Add(Func<string, SimulatedPayment> create)
    {
        var payment = create(NextId()) with
        {
            CreatedAt = _options.Time.GetUtcNow(),
            UpdatedAt = _options.Time.GetUtcNow(),
        };
        Locked(() => _payments.Add(payment));
        return payment;
    }

    /// <summary>Null when the external id is known and that matters.</summary>
    internal SimulatedPayout? Add(Func<string, string, SimulatedPayout> create)
    {
        var payout = create(NextId(), NextId()) with
        {
            CreatedAt = _options.Time.GetUtcNow(),
            UpdatedAt = _options.Time.GetUtcNow(),
        };
        return Locked(() =>
        {
            if (RefusesKnownExternalIds
                && _payouts.Exists(p => p.ExternalId == payout.ExternalId))
            {
                return null;
            }

            _payouts.Add(payout);
            return payout;
        });
    }

    /// <summary>Confirms a batch; false when there is none.</summary>
    internal bool Verify(string batchId, string code) => Locked(() =>
    {
        _codes.Add(code);
        var at = _payouts.FindIndex(p => p.BatchId == batchId);
        if (at >= 0 && _payouts[at].Status == "CREATING")
        {
            _payouts[at] = _payouts[at] with { Status = "WAITING" };
        }

        return at >= 0;
    });

    internal string NewToken() => Locked(() =>
    {
        var token = $"token-{NextId()}";
        _tokens.Add(token);
        return token;
    });

    internal bool Accepts(string? bearer) => Locked(() =>
        bearer?.StartsWith("Bearer ", StringComparison.Ordinal) == true
        && _tokens.Contains(bearer["Bearer ".Length..]));

    private SimulatedPayment Change(
        string paymentId, Func<SimulatedPayment, SimulatedPayment> change) =>
        Locked(() =>
        {
            var at = _payments.FindIndex(p => p.Id == paymentId);
            return _payments[at] = change(_payments[at]) with
            {
                UpdatedAt = _options.Time.GetUtcNow(),
            };
        });

    private string NextId() =>
        Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);

    private static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }

    private void Locked(Action change)
    {
        lock (_lock)
        {
            change();
        }
    }
}
