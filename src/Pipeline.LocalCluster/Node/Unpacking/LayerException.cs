namespace Pipeline.LocalCluster.Node.Unpacking;

/// <summary>A layer contains what must not be unpacked; the message names the entry.</summary>
internal sealed class LayerException(string message) : Exception(message);
