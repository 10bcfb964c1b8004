using System.Xml;
using System.Xml.Linq;

namespace Pipeline.Core.Quality;

/// <summary>Reads XML reports with errors that name the file.</summary>
internal static class XmlText
{
    // Cobertura reports may name a document type on the network; it is not fetched.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
    };

    /// <summary>The root element, which must have the given name.</summary>
    /// <exception cref="FormatException">It is no XML, or has another root.</exception>
    public static XElement Parse(string xml, string rootName, string origin)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            var root = XDocument.Load(reader).Root!;
            return root.Name.LocalName == rootName
                ? root
                : throw new FormatException($"{origin}: expected <{rootName}>, found <{root.Name.LocalName}>");
        }
        catch (XmlException problem)
        {
            throw new FormatException($"{origin}: expected XML: {problem.Message}", problem);
        }
    }

    /// <summary>The value of an attribute that must be there.</summary>
    /// <exception cref="FormatException">It is missing.</exception>
    public static string Attribute(XElement element, string name, string origin) =>
        element.Attribute(name)?.Value
        ?? throw new FormatException($"{origin}: <{element.Name.LocalName}> has no attribute '{name}'");
}
