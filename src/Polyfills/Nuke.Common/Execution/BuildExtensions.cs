namespace Nuke.Common.Execution;

/// <summary>The attributes of a build class that take part in the run.</summary>
internal sealed class BuildExtensions
{
    private readonly List<IBuildExtension> extensions;

    public BuildExtensions(INukeBuild build)
    {
        extensions =
        [
            .. build
                .GetType()
                .GetCustomAttributes(typeof(IBuildExtension), inherit: true)
                .Cast<IBuildExtension>()
                .OrderByDescending(x => x.Priority),
        ];
        foreach (var extension in extensions.OfType<BuildExtensionAttributeBase>())
            extension.Build = build;
    }

    /// <summary>Calls those that want to know of an event, the highest priority first.</summary>
    public void Notify<T>(Action<T> call)
        where T : IBuildExtension
    {
        foreach (var extension in extensions.OfType<T>())
            call(extension);
    }
}
