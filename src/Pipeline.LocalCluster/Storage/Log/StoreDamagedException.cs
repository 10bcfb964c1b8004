namespace Pipeline.LocalCluster.Storage.Log;

/// <summary>The store's file is not what was written to it, and not by a torn last write.</summary>
public sealed class StoreDamagedException(string path, long offset)
    : Exception(
        $"{path}: damaged at byte {offset}, with sound data behind it: restore the file from a copy, or delete it to begin with an empty cluster"
    );
