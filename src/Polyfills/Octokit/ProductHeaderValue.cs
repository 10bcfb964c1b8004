namespace Octokit;

/// <summary>Names the program to GitHub, which refuses requests without a user agent.</summary>
public class ProductHeaderValue
{
    public ProductHeaderValue(string name)
        : this(name, null) { }

    public ProductHeaderValue(string name, string version)
    {
        Name = name;
        Version = version;
    }

    public string Name { get; }

    public string Version { get; }

    public override string ToString() => Version is null ? Name : $"{Name}/{Version}";
}
