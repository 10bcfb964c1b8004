using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Pipeline.Core.Quality;
using Serilog;

namespace Pipeline.Components.Gates;

/// <summary>Has gates: checks whose result is written down, and whose refusal ends the build.</summary>
public interface IHazGates : IHazArtifacts
{
    /// <summary>Where the results of gates are written.</summary>
    AbsolutePath GateResultDirectory => ArtifactsDirectory / "gates";

    /// <summary>Writes the result of a gate and fails the target when it is a refusal.</summary>
    /// <exception cref="GateRefusedException">The gate refused; the build ends with exit code 10.</exception>
    void Conclude(GateResult result)
    {
        JsonFile.Write(GateResultDirectory / $"{result.Gate}.json", result);
        ReportSummary(_ => new Dictionary<string, string> { [result.Gate] = result.Summary });
        if (result is not GateResult.Refused refused)
        {
            Log.Information("{Summary:l}", result.Summary);
            return;
        }

        foreach (var reason in refused.Reasons)
            Log.Error("{Reason:l}", reason);
        ExitCode = Core.ExitCode.GateRefused;
        throw new GateRefusedException(refused);
    }
}
