namespace OrleansWallet.Simulation.Teeth;

/// <summary>The mutations don't go with the sources, or the mutated copy doesn't build.</summary>
internal sealed class PlantingException(string message) : Exception(message);
