using System.Xml;
using System.Xml.Linq;

namespace Pipeline.Images.Sbom;

/// <summary>Reads the licence of a package from its manifest (<c>.nuspec</c>) in NuGet's packages folder.</summary>
public static class PackageLicense
{
    /// <summary>What the package says of its licence; null when it says nothing or is not there.</summary>
    /// <exception cref="InvalidDataException">Its manifest is no XML.</exception>
    public static CycloneDxLicense? Find(string packagesDirectory, string name, string version)
    {
        var id = name.ToLowerInvariant();
        var path = Path.Combine(packagesDirectory, id, version.ToLowerInvariant(), $"{id}.nuspec");
        if (!File.Exists(path))
            return null;

        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var metadata = XDocument
                .Load(reader)
                .Root?.Elements()
                .FirstOrDefault(it => it.Name.LocalName == "metadata");
            return Read(Element(metadata, "license"), Element(metadata, "licenseUrl")?.Value);
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException(
                $"{path}: {exception.Message} Delete the package's folder and restore.",
                exception
            );
        }
    }

    static CycloneDxLicense? Read(XElement? license, string? url) =>
        license?.Attribute("type")?.Value switch
        {
            "expression" => new CycloneDxLicense(license.Value),
            "file" => new CycloneDxLicense(License: new CycloneDxNamedLicense(license.Value)),
            _ => url is null ? null : new CycloneDxLicense(License: new CycloneDxNamedLicense("see url", url)),
        };

    static XElement? Element(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
