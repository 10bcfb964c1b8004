using System.Globalization;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>Reads the command line.</summary>
public static class CommandLine
{
    private const string Usage =
        "usage: Pipeline.LocalCluster serve --root DIRECTORY --registry DIRECTORY [--api-port NUMBER] [--gateway-port NUMBER]";

    /// <exception cref="ClusterStartException">An argument is missing, unknown or not a port.</exception>
    public static ClusterOptions Parse(string[] arguments)
    {
        if (arguments is not ["serve", .. var rest])
            throw new ClusterStartException(Usage);
        var values = new Dictionary<string, string>();
        for (var i = 0; i < rest.Length; i += 2)
        {
            if (i + 1 == rest.Length)
                throw new ClusterStartException($"{rest[i]}: a value is missing; {Usage}");
            values[rest[i]] = rest[i + 1];
        }

        var options = new ClusterOptions
        {
            Root = Directory("--root"),
            Registry = Directory("--registry"),
            ApiPort = Port("--api-port"),
            GatewayPort = Port("--gateway-port"),
        };
        return values.Count == 0
            ? options
            : throw new ClusterStartException($"{values.First().Key}: unknown option; {Usage}");

        string Directory(string name) =>
            values.Remove(name, out var path)
                ? Path.GetFullPath(path)
                : throw new ClusterStartException($"{name} is missing; {Usage}");

        int Port(string name)
        {
            if (!values.Remove(name, out var text))
                return 0;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
                ? port
                : throw new ClusterStartException(
                    $"{name}: expected a port from 0 (any free one) to 65535, found {text}"
                );
        }
    }
}
