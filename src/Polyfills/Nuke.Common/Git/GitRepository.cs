using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>What is checked out, and the remote repository that it belongs to.</summary>
public class GitRepository
{
    private readonly Lazy<IReadOnlyCollection<string>> tags;

    public GitRepository(
        GitProtocol? protocol,
        string endpoint,
        string identifier,
        string branch,
        AbsolutePath localDirectory,
        string head,
        string commit,
        IReadOnlyCollection<string> tags,
        string remoteName,
        string remoteBranch
    )
        : this(
            new GitUrl(protocol, endpoint, identifier),
            branch,
            localDirectory,
            head,
            commit,
            new Lazy<IReadOnlyCollection<string>>(tags),
            remoteName,
            remoteBranch
        ) { }

    private GitRepository(
        GitUrl url,
        string branch,
        AbsolutePath localDirectory,
        string head,
        string commit,
        Lazy<IReadOnlyCollection<string>> tags,
        string remoteName,
        string remoteBranch
    )
    {
        Protocol = url?.Protocol;
        Endpoint = url?.Endpoint;
        Identifier = url?.Identifier;
        Branch = branch;
        LocalDirectory = localDirectory;
        Head = head;
        Commit = commit;
        this.tags = tags;
        RemoteName = remoteName;
        RemoteBranch = remoteBranch;
    }

    /// <summary>The protocol of the remote's address; null without a remote, or for a remote on this machine.</summary>
    public GitProtocol? Protocol { get; }

    /// <summary>The remote's host, such as <c>github.com</c>, with its port if it has one.</summary>
    public string Endpoint { get; }

    /// <summary>The remote's path on its host, such as <c>owner/name</c>.</summary>
    public string Identifier { get; }

    /// <summary>The root of the working copy; null if made of an address.</summary>
    public AbsolutePath LocalDirectory { get; }

    /// <summary>What HEAD says: a reference such as <c>refs/heads/main</c>, or a commit.</summary>
    public string Head { get; }

    /// <summary>The commit that is checked out; null on a branch without commits.</summary>
    public string Commit { get; }

    /// <summary>The tags of that commit, in ordinal order; null if made of an address.</summary>
    public IReadOnlyCollection<string> Tags => tags.Value;

    public string RemoteName { get; }

    public string RemoteBranch { get; }

    /// <summary>The branch that is checked out, or null.</summary>
    public string Branch { get; }

    /// <summary>The remote's address in the form <c>https://endpoint/identifier.git</c>.</summary>
    public string HttpsUrl => Endpoint is null ? null : $"https://{Endpoint}/{Identifier}.git";

    /// <summary>The remote's address in the form <c>git@endpoint:identifier.git</c>.</summary>
    public string SshUrl => Endpoint is null ? null : $"git@{Endpoint}:{Identifier}.git";

    /// <summary>The repository at an address, without a working copy.</summary>
    public static GitRepository FromUrl(string url, string branch = null) =>
        new(
            GitUrl.Parse(url),
            branch,
            localDirectory: null,
            head: null,
            commit: null,
            new Lazy<IReadOnlyCollection<string>>((IReadOnlyCollection<string>)null),
            remoteName: null,
            remoteBranch: null
        );

    /// <summary>The repository whose working copy holds the folder; also a worktree, whose <c>.git</c> is a file.</summary>
    public static GitRepository FromLocalDirectory(AbsolutePath directory)
    {
        var git = GitDirectory.Find(directory);
        var head = git.Head();
        var commit = git.Resolve(head);
        var branch = git.IsAttached ? ShortName(head) : null;
        var remote = git.RemoteOf(branch);

        return new GitRepository(
            remote.Url is { } url ? GitUrl.Parse(url) : null,
            branch,
            git.WorkingCopy,
            head,
            commit,
            new Lazy<IReadOnlyCollection<string>>(() => git.TagsOf(commit)),
            remote.Name,
            ShortName(remote.Branch)
        );
    }

    /// <summary>The same repository as if another branch were checked out.</summary>
    public GitRepository SetBranch(string branch) =>
        new(
            new GitUrl(Protocol, Endpoint, Identifier),
            ShortName(branch),
            LocalDirectory,
            Head,
            Commit,
            tags,
            RemoteName,
            RemoteBranch
        );

    public override string ToString() =>
        (Protocol == GitProtocol.Ssh ? SshUrl : HttpsUrl) ?? Identifier ?? LocalDirectory;

    private static string ShortName(string reference) =>
        reference?.StartsWith("refs/heads/") == true ? reference["refs/heads/".Length..] : reference;
}
