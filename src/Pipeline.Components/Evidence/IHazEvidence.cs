using System.Security.Cryptography;
using System.Text;
using Nuke.Common;
using Nuke.Common.IO;
using Pipeline.Components.Package;
using Pipeline.Images.Statements;

namespace Pipeline.Components.Evidence;

/// <summary>Signs statements about images, and reads those that others signed.</summary>
public interface IHazEvidence : IHazRegistry, IHazDelivery
{
    /// <summary>The private key itself.</summary>
    [Secret]
    [Parameter(
        "Private key that statements are signed with, in PEM form (ECDSA P-256); give it as environment variable SIGNING_KEY"
    )]
    string? SigningKey => TryGetValue(() => SigningKey);

    /// <summary>The file that has it.</summary>
    [Parameter("File of the private key that statements are signed with, in PEM form (ECDSA P-256)")]
    AbsolutePath? SigningKeyFile => TryGetValue(() => SigningKeyFile);

    /// <summary>The password of an encrypted key.</summary>
    [Secret]
    [Parameter("Password of the private key; give it as environment variable SIGNING_KEY_PASSWORD")]
    string? SigningKeyPassword => TryGetValue(() => SigningKeyPassword);

    /// <summary>Where the key lies that this working copy generated for itself.</summary>
    AbsolutePath DevelopmentKeyDirectory => TemporaryDirectory / "keys";

    /// <summary>Folder of what is no statement about an image but lets anyone check one, such as the journals of rollouts.</summary>
    AbsolutePath RecordsOf(string digest) => ArtifactsDirectory / "evidence" / digest.Replace(':', '-') / "records";

    /// <summary>Opens the statements about the images of this run.</summary>
    async Task<ImageEvidence> OpenEvidenceAsync(CancellationToken cancellationToken) =>
        new(await OpenRegistryAsync(cancellationToken), ReadKeys());

    /// <summary>The keys of this run.</summary>
    /// <exception cref="SigningKeyException">What was given is no key.</exception>
    EvidenceKeys ReadKeys() =>
        EvidenceKeys.Of(
            ReadGivenKey(),
            new DevelopmentKeyFile(DevelopmentKeyDirectory),
            Service.TrustedKeys,
            RegistryDirectory.DirectoryExists()
                ? RegistryDirectory.GlobFiles("development-*.pub").Select(file => file.ReadAllText())
                : []
        );

    /// <summary>Hands the public development key on with the embedded registry, for the next machine that rehearses the delivery.</summary>
    void HandOnKey(EvidenceKeys keys)
    {
        if (!keys.Signing.IsDevelopment)
            return;
        // Each machine has a key of its own, and the last one reads what all of them stated.
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(keys.Signing.PublicKey)));
        File.WriteAllText(RegistryDirectory / $"development-{fingerprint[..8]}.pub", keys.Signing.PublicKey);
    }

    private SigningKey? ReadGivenKey()
    {
        // Azure Pipelines passes a variable that is not defined as it is written.
        if (SigningKey is { Length: > 0 } pem && !pem.StartsWith("$(", StringComparison.Ordinal))
            return Images.Statements.SigningKey.FromPem(pem, "SIGNING_KEY", SigningKeyPassword);
        if (SigningKeyFile is not { } file)
            return null;
        return file.FileExists()
            ? Images.Statements.SigningKey.FromPem(file.ReadAllText(), file, SigningKeyPassword)
            : throw new SigningKeyException($"--signing-key-file: there is no file {file}");
    }
}
