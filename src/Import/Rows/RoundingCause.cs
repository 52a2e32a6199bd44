namespace OrleansWallet.Import.Rows;

/// <summary>Why a value had more digits than its currency.</summary>
public enum RoundingCause
{
    /// <summary>The error of a floating-point number: <c>0.30000000000000004</c>.</summary>
    Noise,

    /// <summary>Real digits below the currency's minor unit.</summary>
    Dust,
}
