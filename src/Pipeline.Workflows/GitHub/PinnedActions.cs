using System.Collections.Immutable;

namespace Pipeline.Workflows.GitHub;

/// <summary>Every action that generated workflows use; <c>VerifyPins</c> compares this table with the repositories.</summary>
public static class PinnedActions
{
    public static readonly PinnedAction Checkout = new(
        "actions/checkout",
        "v6.0.3",
        "df4cb1c069e1874edd31b4311f1884172cec0e10"
    );

    public static readonly PinnedAction SetupDotNet = new(
        "actions/setup-dotnet",
        "v5.4.0",
        "26b0ec14cb23fa6904739307f278c14f94c95bf1"
    );

    public static readonly PinnedAction Cache = new(
        "actions/cache",
        "v5.0.5",
        "27d5ce7f107fe9357f9df03efb73ab90386fccae"
    );

    public static readonly PinnedAction UploadArtifact = new(
        "actions/upload-artifact",
        "v7.0.0",
        "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f"
    );

    public static readonly PinnedAction DownloadArtifact = new(
        "actions/download-artifact",
        "v8.0.1",
        "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c"
    );

    public static readonly PinnedAction Attest = new(
        "actions/attest",
        "v4.2.2",
        "1e69f48acb82d1966a394da916b4c1698aa569d6"
    );

    public static readonly PinnedAction AzureLogin = new(
        "azure/login",
        "v3.0.1",
        "f5d393ae46f8fde4be8b75f32e3fc50e654ad0ca"
    );

    public static readonly PinnedAction SetupTrivy = new(
        "aquasecurity/setup-trivy",
        "v0.3.1",
        "81e514348e19b6112ce2a7e3ecbafe19c1e1f567"
    );

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<PinnedAction> All =
    [
        Checkout,
        SetupDotNet,
        Cache,
        UploadArtifact,
        DownloadArtifact,
        Attest,
        AzureLogin,
        SetupTrivy,
    ];
}
