using Nuke.Common.IO;
using Nuke.Common.Tools.Git;

namespace Nuke.Common.Git;

/// <summary>The <c>.git</c> of a working copy, read without starting git.</summary>
internal sealed class GitDirectory
{
    private const string Reference = "ref: ";
    private const string TagPrefix = "refs/tags/";

    private readonly AbsolutePath own;
    private readonly AbsolutePath common;
    private readonly Lazy<Dictionary<string, (string Object, string Peeled)>> packed;

    private GitDirectory(AbsolutePath workingCopy, AbsolutePath own)
    {
        WorkingCopy = workingCopy;
        this.own = own;

        // A worktree has a HEAD of its own and shares the rest with the main working copy.
        var commonDirectory = own / "commondir";
        common = commonDirectory.FileExists() ? Relative(own, commonDirectory.ReadAllText().Trim()) : own;
        packed = new(ReadPacked);
    }

    public AbsolutePath WorkingCopy { get; }

    public bool IsAttached => (own / "HEAD").ReadAllText().StartsWith(Reference);

    public static GitDirectory Find(AbsolutePath directory)
    {
        for (var folder = directory; folder != null; folder = folder.Parent)
        {
            var git = folder / ".git";
            if (git.DirectoryExists())
                return new GitDirectory(folder, git);
            if (git.FileExists())
                return new GitDirectory(folder, Relative(folder, git.ReadAllText()["gitdir: ".Length..].Trim()));
        }

        throw new ArgumentException($"Expected a Git repository at {directory} or above it, but found no .git there");
    }

    /// <summary>The reference that is checked out, or the commit if none is.</summary>
    public string Head()
    {
        var head = (own / "HEAD").ReadAllText().Trim();
        return head.StartsWith(Reference) ? head[Reference.Length..] : head;
    }

    /// <summary>The object that a reference names; a commit names itself, and a branch without commits nothing.</summary>
    public string Resolve(string reference)
    {
        if (!reference.StartsWith("refs/"))
            return reference;

        var file = new[] { own / reference, common / reference }.FirstOrDefault(path => path.FileExists());
        if (file is null)
            return packed.Value.TryGetValue(reference, out var entry) ? entry.Object : null;

        var content = file.ReadAllText().Trim();
        return content.StartsWith(Reference) ? Resolve(content[Reference.Length..]) : content;
    }

    /// <summary>The remote that a branch follows; otherwise <c>origin</c>; otherwise the only one there is.</summary>
    public (string Name, string Url, string Branch) RemoteOf(string branch)
    {
        var config = GitConfig.Read(common / "config");
        var followed = branch is null ? null : config.Value("branch", branch, "remote");
        var remotes = config.Names("remote").ToList();
        var name =
            followed is not null && remotes.Contains(followed) ? followed
            : remotes.Contains("origin") || remotes.Count != 1 ? "origin"
            : remotes[0];
        if (config.Value("remote", name, "url") is not { } url)
            return (null, null, null);

        return (name, url, followed is null ? null : config.Value("branch", branch, "merge"));
    }

    public IReadOnlyCollection<string> TagsOf(string commit)
    {
        var folder = common / "refs" / "tags";
        var loose = folder.GlobFiles("**/*").Select(file => TagPrefix + folder.GetUnixRelativePathTo(file)).ToList();

        // An annotated tag is an object of its own, and only packed references carry the commit beside it.
        if (loose.Exists(name => Resolve(name) != commit))
            return AskForTagsOf(commit);

        return
        [
            .. packed
                .Value.Where(entry => (entry.Value.Peeled ?? entry.Value.Object) == commit)
                .Select(entry => entry.Key)
                .Where(name => name.StartsWith(TagPrefix))
                .Concat(loose)
                .Select(name => name[TagPrefix.Length..])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private string[] AskForTagsOf(string commit) =>
        GitTasks
            .Git($"tag --points-at {commit}", WorkingCopy, logOutput: false, logInvocation: false)
            .Select(line => line.Text)
            .Order(StringComparer.Ordinal)
            .ToArray();

    private Dictionary<string, (string Object, string Peeled)> ReadPacked()
    {
        var references = new Dictionary<string, (string Object, string Peeled)>();
        var file = common / "packed-refs";
        if (!file.FileExists())
            return references;

        var last = "";
        foreach (var line in file.ReadAllLines())
        {
            if (line.StartsWith('^'))
                references[last] = references[last] with { Peeled = line[1..] };
            else if (!line.StartsWith('#') && line.Split(' ', 2) is [var id, var name])
                references[last = name] = (id, null);
        }

        return references;
    }

    private static AbsolutePath Relative(AbsolutePath folder, string path) =>
        PathConstruction.HasPathRoot(path) ? path : folder / path;
}
