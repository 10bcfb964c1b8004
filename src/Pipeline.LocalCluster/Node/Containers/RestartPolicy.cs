namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>When the containers of a pod are started again.</summary>
internal enum RestartPolicy
{
    Always,
    OnFailure,
    Never,
}
