using Pipeline.Core.Evidence.Provenance;

namespace Pipeline.Components.Package;

/// <summary>The platform that a build runs on, as provenance names it; told by the variables that the platform sets.</summary>
internal static class BuildHost
{
    /// <summary>The platform, a URI.</summary>
    public static string Id(Func<string, string?> variable) =>
        variable("GITHUB_ACTIONS") == "true"
            ? $"https://github.com/actions/runner/{variable("RUNNER_ENVIRONMENT") ?? "unknown"}"
        : variable("TF_BUILD") is not null ? "https://dev.azure.com/pipelines/agent"
        : BuildPlatform.Workstation;

    /// <summary>The address of the run; null where runs have none.</summary>
    public static string? InvocationId(Func<string, string?> variable) =>
        variable("GITHUB_RUN_ID") is { } run
            ? $"{variable("GITHUB_SERVER_URL")}/{variable("GITHUB_REPOSITORY")}/actions/runs/{run}/attempts/{variable("GITHUB_RUN_ATTEMPT") ?? "1"}"
        : variable("BUILD_BUILDID") is { } build
            ? $"{variable("SYSTEM_COLLECTIONURI")}{variable("SYSTEM_TEAMPROJECT")}/_build/results?buildId={build}"
        : null;
}
