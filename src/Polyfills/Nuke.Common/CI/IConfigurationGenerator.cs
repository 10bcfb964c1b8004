using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>Writes the configuration of a CI service from the targets of a build.</summary>
public interface IConfigurationGenerator
{
    /// <summary>What <c>--generate-configuration</c> calls it.</summary>
    string Id { get; }

    /// <summary>What messages call it.</summary>
    string DisplayName { get; }

    /// <summary>The name of the host that the configuration is for.</summary>
    string HostName { get; }

    /// <summary>Whether local runs write the files when the build changed.</summary>
    bool AutoGenerate { get; }

    /// <summary>The host that the configuration is for.</summary>
    Type HostType { get; }

    /// <summary>The files that it writes.</summary>
    IEnumerable<AbsolutePath> GeneratedFiles { get; }

    /// <summary>Writes the files.</summary>
    void Generate(IReadOnlyCollection<ExecutableTarget> executableTargets);

    /// <summary>Is called after a run on the host that the configuration is for.</summary>
    void SerializeState();
}
