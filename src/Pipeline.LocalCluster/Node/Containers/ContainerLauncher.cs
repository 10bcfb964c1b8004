using System.Globalization;
using Pipeline.LocalCluster.Node.Pods;
using Pipeline.LocalCluster.Node.Processes;
using Pipeline.LocalCluster.Node.Unpacking;

namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>Starts the process of one container: image, variables, command, output.</summary>
internal sealed class ContainerLauncher(NodeContext node, PodSpec pod, ContainerSpec container, string podIp)
{
    // What a program needs to know of the machine; everything else of ours is nobody's business.
    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "DOTNET_ROOT"];

    /// <summary>Starts the process.</summary>
    /// <param name="id">The name of this run.</param>
    /// <param name="restartCount">How often the container was started before.</param>
    /// <param name="cancel">Gives up; a process that was started goes on.</param>
    /// <exception cref="ImagePullException">The image cannot be had.</exception>
    /// <exception cref="ContainerConfigException">A variable refers to what is not there.</exception>
    /// <exception cref="LaunchException">The image has no such program, or the system refuses to execute it.</exception>
    /// <exception cref="IOException">The disk is full, or not ours.</exception>
    public async Task<ContainerRun> StartAsync(string id, int restartCount, CancellationToken cancel)
    {
        var image = await PullAsync(cancel);
        var variables = Variables(image);
        var command = ContainerCommand.Resolve(container, image, variables);
        node.Events.Normal(pod.Stored, "Created", $"Created container {container.Name}");
        var launch = new Launch
        {
            Program = command.Program,
            Arguments = command.Arguments,
            Environment = variables,
            WorkingDirectory = command.WorkingDirectory,
            LogFile = FreshLog(),
        };
        var record = new ChildRecord
        {
            Launch = id,
            PodUid = pod.Uid,
            Container = container.Name,
            PodIp = podIp,
            RestartCount = restartCount,
            StartedAt = node.Time.GetUtcNow(),
        };
        var process = node.Ledger.Start(launch, record);
        node.Events.Normal(pod.Stored, "Started", $"Started container {container.Name}");
        return new ContainerRun(record, process);
    }

    /// <summary>Writes the files again that a running process may read again: the API server may have another port.</summary>
    public void RenewFiles()
    {
        try
        {
            WriteFiles();
        }
        catch (IOException e)
        {
            node.Log.LogWarning("The kubeconfig of pod {Pod} is not renewed: {Problem}", pod.Stored.Key, e.Message);
        }
    }

    private void WriteFiles()
    {
        var directory = node.Directories.Of(pod.Uid);
        Directory.CreateDirectory(directory);
        if (pod.ServiceAccount is not { } account)
            return;
        using var file = new FileStream(
            KubeconfigPath,
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );
        using var writer = new StreamWriter(file);
        writer.Write(node.Kubeconfigs.For(pod.Namespace, account));
    }

    private string KubeconfigPath => Path.Combine(node.Directories.Of(pod.Uid), "kubeconfig");

    private async Task<UnpackedImage> PullAsync(CancellationToken cancel)
    {
        var start = node.Time.GetTimestamp();
        var image = await node.Images.GetAsync(ImageReference.DigestOf(container.Image), cancel);
        var took = node.Time.GetElapsedTime(start).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        var message = image.WasCached
            ? $"Container image \"{container.Image}\" already present on machine"
            : $"Successfully pulled image \"{container.Image}\" in {took}s";
        node.Events.Normal(pod.Stored, "Pulled", message);
        return image;
    }

    private IReadOnlyDictionary<string, string> Variables(UnpackedImage image)
    {
        WriteFiles();
        var basics = Inherited
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)))
            .Where(variable => variable.Value is not null)
            .Select(variable => KeyValuePair.Create(variable.Key, variable.Value!))
            .Append(KeyValuePair.Create("HOSTNAME", pod.Name))
            .ToList();
        if (pod.ServiceAccount is not null)
            basics.Add(KeyValuePair.Create("KUBECONFIG", KubeconfigPath));
        if (!container.Mounts.IsEmpty)
            basics.Add(KeyValuePair.Create("TMPDIR", TemporaryFiles(container.Mounts[0].Key)));

        var known = new Dictionary<string, string>
        {
            ["status.podIP"] = podIp,
            ["status.podIPs"] = podIp,
            ["status.hostIP"] = PodStatus.HostIp,
            ["spec.nodeName"] = NodeContext.NodeName,
        };
        return new ContainerEnvironment(pod.Stored, known, key => node.Store.Find(key)?.Content).Resolve(
            basics,
            image.Config.Env ?? [],
            container.Environment
        );
    }

    private string TemporaryFiles(string volume)
    {
        var directory = Path.Combine(node.Directories.Of(pod.Uid), volume);
        Directory.CreateDirectory(directory);
        return directory;
    }

    private string FreshLog()
    {
        var log = node.Directories.LogOf(pod.Stored.Key, container.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        if (File.Exists(log))
            File.Move(log, node.Directories.PreviousLogOf(pod.Stored.Key, container.Name), overwrite: true);
        return log;
    }
}
