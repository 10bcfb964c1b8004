using Nuke.Common;
using Nuke.Common.IO;
using Pipeline.Core;
using Pipeline.Kubernetes.Manifests;
using Serilog;

namespace Pipeline.Components.Generate;

/// <summary>Writes the Kubernetes manifests of every environment, and checks that the committed ones are up to date.</summary>
public interface IGenerateManifests : IHazDelivery
{
    /// <summary>Where the manifests are committed.</summary>
    AbsolutePath ManifestDirectory => RootDirectory / "manifests";

    Target GenerateManifests =>
        _ =>
            _.Description("Writes manifests/ from Delivery.cs")
                .Executes(() => GeneratedFiles.Write(ManifestDirectory, ManifestWriter.Files(Service)));

    Target VerifyManifests =>
        _ =>
            _.Description("Fails when manifests/ differs from Delivery.cs")
                .Executes(() =>
                {
                    if (
                        GeneratedFiles.Drift(ManifestDirectory, ManifestWriter.Files(Service)).ToList()
                        is not [_, ..] drift
                    )
                        return;
                    drift.ForEach(line => Log.Error("{Line:l}", line));
                    ExitCode = Core.ExitCode.GateRefused;
                    Assert.Fail(
                        "manifests/ differs from build/Delivery.cs: run ./build.sh GenerateManifests and commit the result"
                    );
                });
}
