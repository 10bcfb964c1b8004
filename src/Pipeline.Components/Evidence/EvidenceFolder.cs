using System.Collections.Immutable;
using Pipeline.Core;
using Pipeline.Core.Evidence;

namespace Pipeline.Components.Evidence;

/// <summary>The statements about images, one folder per digest beside the embedded registry.</summary>
/// <param name="root">Folder of all of them.</param>
public sealed class EvidenceFolder(string root)
{
    /// <summary>Stores a statement about an image; a newer one of the same name replaces it.</summary>
    /// <param name="subject">The image.</param>
    /// <param name="digest">Its digest.</param>
    /// <param name="name">What the statement says, for example <c>deployment-staging</c>.</param>
    /// <param name="predicate">The statement.</param>
    public void Store(string subject, string digest, string name, EvidencePredicate predicate) =>
        JsonFile.Write(
            Path.Combine(FolderOf(digest), $"{name}.json"),
            EvidenceStatement.About(EvidenceSubject.Image(subject, digest), predicate)
        );

    /// <summary>Folder of what is no statement about an image but lets anyone check one, such as the journals of rollouts.</summary>
    public string RecordsOf(string digest) => Path.Combine(FolderOf(digest), "records");

    /// <summary>Every statement about an image.</summary>
    /// <exception cref="FormatException">A file is no statement.</exception>
    public ImmutableArray<SignedStatement> Read(string digest) =>
        Directory.Exists(FolderOf(digest))
            ?
            [
                .. Directory
                    .EnumerateFiles(FolderOf(digest), "*.json")
                    .Order(StringComparer.Ordinal)
                    .Select(file => StableJson.Read<EvidenceStatement>(File.ReadAllText(file), file))
                    .Select(statement => new SignedStatement(statement, new StatementSigner.Nobody())),
            ]
            : [];

    private string FolderOf(string digest) => Path.Combine(root, digest.Replace(':', '-'));
}
