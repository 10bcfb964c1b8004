namespace Pipeline.LocalCluster.Patching;

/// <summary>A patch cannot be applied to the object as it is.</summary>
public sealed class PatchException(string message) : Exception(message);
