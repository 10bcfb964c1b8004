using System.Collections.Immutable;
using Docker.DotNet;
using Docker.DotNet.Models;
using Pipeline.Images.Building;
using Pipeline.Images.Docker.Archives;
using Pipeline.Images.Docker.Contexts;
using Pipeline.Images.Docker.Dockerfiles;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Docker;

/// <summary>
/// Builds an image by a Docker engine's classic builder and takes it over into a layout. The engine writes its clock into the image, so two
/// builds have two digests; <see cref="OciImageBuilder"/> is the one whose bytes repeat.
/// </summary>
public static class DockerImageBuilder
{
    /// <summary>Builds the image and writes it into the request's layout.</summary>
    /// <param name="engine">Where it is built.</param>
    /// <param name="request">From what.</param>
    /// <param name="show">Gets the engine's output, line by line.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <exception cref="ImageBuildException">The Dockerfile is refused, or the build failed.</exception>
    public static async Task<BuiltImage> BuildAsync(
        IDockerClient engine,
        DockerImageRequest request,
        Action<string> show,
        CancellationToken cancellationToken = default
    )
    {
        var dockerfile = request.Dockerfile.Write();
        if (DockerfileLint.Problems(dockerfile).ToImmutableArray() is { IsEmpty: false } problems)
            throw new ImageBuildException($"the Dockerfile is refused:\n{string.Join('\n', problems)}\n\n{dockerfile}");

        var temporary = Directory.CreateTempSubdirectory("pipeline-docker-");
        try
        {
            var name = $"{request.Repository}:{request.Tag}";
            var context = Path.Combine(temporary.FullName, "context.tar");
            await BuildContext.WriteAsync(
                request.ContextDirectory,
                dockerfile,
                request.Created,
                context,
                cancellationToken
            );
            show($"{new FileInfo(context).Length / 1e6:0.0} MB of context");
            await BuildAsync(engine, request, name, context, show, cancellationToken);
            return await TakeOverAsync(engine, request, name, temporary.FullName, cancellationToken);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task BuildAsync(
        IDockerClient engine,
        DockerImageRequest request,
        string name,
        string context,
        Action<string> show,
        CancellationToken cancellationToken
    )
    {
        var output = new BuildOutput(show);
        var parameters = new ImageBuildParameters
        {
            Tags = [name],
            Dockerfile = BuildContext.DockerfileName,
            BuildArgs = request.BuildArguments.ToDictionary(),
            Remove = true,
            ForceRemove = true,
        };
        try
        {
            await using var contents = File.OpenRead(context);
            await engine.Images.BuildImageFromDockerfileAsync(
                parameters,
                contents,
                authConfigs: null!,
                headers: null!,
                output,
                cancellationToken
            );
        }
        catch (DockerApiException refusal)
        {
            throw new ImageBuildException($"the Docker engine refused the build: {refusal.ResponseBody}", refusal);
        }

        if (output.Error is { } error)
            throw new ImageBuildException($"the Docker engine could not build {name}: {error}");
    }

    private static async Task<BuiltImage> TakeOverAsync(
        IDockerClient engine,
        DockerImageRequest request,
        string name,
        string temporary,
        CancellationToken cancellationToken
    )
    {
        await using var saved = await engine.Images.SaveImageAsync(name, cancellationToken);
        var archive = await DockerArchive.UnpackAsync(saved, Path.Combine(temporary, "saved"), cancellationToken);
        var layout = await OciLayout.CreateAsync(request.LayoutDirectory, cancellationToken: cancellationToken);
        return await archive.CopyAsync(layout, request.Tag, cancellationToken);
    }
}
