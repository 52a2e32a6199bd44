using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Exchange;

/// <summary>The names of orders' statuses and types on the wire and in histories.</summary>
public static class OrderNames
{
    private static readonly TransactionType _swap = new("swap");
    private static readonly TransactionType _spot = new("spot_trade");
    private static readonly TransactionType _express = new("express_buy");

    public static string Of(OrderStatus status) => status switch
    {
        OrderStatus.Quoted => "quoted",
        OrderStatus.Reserving => "reserving",
        OrderStatus.Taking => "taking",
        OrderStatus.Giving => "giving",
        OrderStatus.Completed => "completed",
        OrderStatus.Returning => "returning",
        OrderStatus.Unreserving => "unreserving",
        OrderStatus.Refused => "refused",
        OrderStatus.Expired => "expired",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(OrderType type) => type switch
    {
        OrderType.Swap => "swap",
        OrderType.Spot => "spot",
        OrderType.ExpressBuy => "express_buy",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>How the wallets' histories name the order's transactions.</summary>
    public static TransactionType TransactionOf(OrderType type) => type switch
    {
        OrderType.Swap => _swap,
        OrderType.Spot => _spot,
        OrderType.ExpressBuy => _express,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
