using System.Text.Json;
using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>The parameters of a build as <c>POST /build</c> takes them.</summary>
internal static class BuildQuery
{
    public static string Of(ImageBuildParameters parameters)
    {
        var query = new List<string>();
        void Add(string name, string value)
        {
            if (value is not null)
                query.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        foreach (var tag in parameters.Tags ?? [])
            Add("t", tag);
        Add("dockerfile", parameters.Dockerfile);
        Add("pull", parameters.Pull);
        Add("platform", parameters.Platform);
        Add("nocache", Flag(parameters.NoCache));
        Add("rm", Flag(parameters.Remove));
        Add("forcerm", Flag(parameters.ForceRemove));
        Add("buildargs", parameters.BuildArgs is null ? null : JsonSerializer.Serialize(parameters.BuildArgs));
        return string.Join('&', query);
    }

    private static string Flag(bool? value) => value?.ToString().ToLowerInvariant();
}
