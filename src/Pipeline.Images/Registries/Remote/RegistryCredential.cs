namespace Pipeline.Images.Registries.Remote;

/// <summary>Who we are to a registry.</summary>
/// <param name="User">The user name.</param>
/// <param name="Password">The password or access token; never printed.</param>
public sealed record RegistryCredential(string User, string Password)
{
    /// <inheritdoc/>
    public override string ToString() => $"{User}:***";
}
