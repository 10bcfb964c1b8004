using System.Text.RegularExpressions;

namespace Nuke.Common.Git;

/// <summary>The address of a remote repository, without user and password.</summary>
internal sealed partial record GitUrl(GitProtocol? Protocol, string Endpoint, string Identifier)
{
    public static GitUrl Parse(string url)
    {
        var match = Address().Match(url);
        var identifier = (match.Success ? match.Groups["path"].Value : url).Trim('/');
        if (identifier.EndsWith(".git"))
            identifier = identifier[..^".git".Length];
        if (!match.Success)
            return new GitUrl(Protocol: null, Endpoint: null, identifier);

        var protocol = match.Groups["scheme"].Value.StartsWith("http") ? GitProtocol.Https : GitProtocol.Ssh;
        return new GitUrl(protocol, match.Groups["host"].Value, identifier);
    }

    // https://user:password@host:port/path, ssh://git@host:port/path, or git@host:path; anything else is a local path.
    [GeneratedRegex(
        @"^(?:(?<scheme>https?|ssh|git)://(?:[^/@]*@)?(?<host>[^/]+)/|(?:[^/@:]+@)(?<host>[^/:]+):)(?<path>.+)$"
    )]
    private static partial Regex Address();
}
