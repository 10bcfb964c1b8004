namespace Pipeline.Components.Package;

/// <summary>An image of sources that are not committed was about to leave this machine.</summary>
public sealed class DirtyImageException(string version, string registry)
    : Exception(
        $"{version} was built from sources that are not committed, and is not pushed to {registry}: commit them and build again, or leave --registry out"
    );
