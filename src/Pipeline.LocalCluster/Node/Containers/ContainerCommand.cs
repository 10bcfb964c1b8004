using Pipeline.LocalCluster.Node.Processes;
using Pipeline.LocalCluster.Node.Unpacking;

namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>Which file of the image a container executes, with what arguments, and where.</summary>
internal sealed record ContainerCommand(string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>
    /// The command of the container, or else of the image. The program must be in the image; the machine's own programs are
    /// never started, although a script's interpreter and a program's dynamic linker are the machine's.
    /// </summary>
    /// <exception cref="LaunchException">There is no command, or the image does not contain it.</exception>
    public static ContainerCommand Resolve(
        ContainerSpec container,
        UnpackedImage image,
        IReadOnlyDictionary<string, string> variables
    )
    {
        IEnumerable<string> entrypoint = container.Command.IsEmpty ? image.Config.Entrypoint ?? [] : container.Command;
        IEnumerable<string> arguments =
            container.Arguments.IsEmpty && container.Command.IsEmpty ? image.Config.Cmd ?? [] : container.Arguments;
        var words = entrypoint.Concat(arguments).Select(word => VariableExpansion.Expand(word, variables)).ToList();
        if (words.Count == 0)
            throw new LaunchException(
                "there is nothing to start: the image has no entrypoint, the container no command"
            );

        try
        {
            var folder = container.WorkingDirectory ?? image.Config.WorkingDir ?? "/";
            var workingDirectory = image.Root.Resolve(folder);
            if (!Directory.Exists(workingDirectory))
                throw new LaunchException($"working directory {folder}: not found in the image");
            return new ContainerCommand(Find(words[0], folder, image, variables), words, workingDirectory);
        }
        catch (LayerException e)
        {
            throw new LaunchException($"exec: {e.Message}");
        }
    }

    private static string Find(
        string program,
        string folder,
        UnpackedImage image,
        IReadOnlyDictionary<string, string> variables
    )
    {
        IEnumerable<string> folders = program.Contains('/', StringComparison.Ordinal)
            ? [folder]
            : variables.GetValueOrDefault("PATH", "").Split(':');
        return folders.Select(path => image.Root.Resolve(Path.Combine(path, program))).FirstOrDefault(File.Exists)
            ?? throw new LaunchException($"exec: \"{program}\": not found in the image");
    }
}
