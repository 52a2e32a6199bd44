using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Portfolios;

/// <summary>The bodies of portfolios.</summary>
[JsonSerializable(typeof(PortfolioBody))]
internal sealed partial class PortfolioJson : JsonSerializerContext;
