using System.Security.Cryptography.X509Certificates;

namespace Pipeline.LocalCluster.Hosting.Identity;

/// <summary>What the cluster proves itself by, and what clients prove themselves by; kept in <c>ROOT/pki</c>.</summary>
/// <param name="Authority">The CA's certificate, PEM.</param>
/// <param name="Server">The API server's certificate with its key.</param>
/// <param name="Tokens">The bearer tokens.</param>
public sealed record ClusterIdentity(string Authority, X509Certificate2 Server, ClusterTokens Tokens)
{
    private const string AuthorityFile = "ca.crt";
    private const string CertificateFile = "server.crt";
    private const string KeyFile = "server.key";
    private const string TokenFile = "token";
    private static readonly TimeSpan Renewal = TimeSpan.FromDays(30);

    /// <summary>The identity in <paramref name="directory"/>; a new one if there is none, or if its certificate is about to expire.</summary>
    public static ClusterIdentity LoadOrCreate(string directory, TimeProvider time)
    {
        string[] files = [AuthorityFile, CertificateFile, KeyFile, TokenFile];
        if (files.All(file => File.Exists(Path.Combine(directory, file))))
        {
            var loaded = Load(directory);
            if (loaded.Server.NotAfter.ToUniversalTime() > (time.GetUtcNow() + Renewal).UtcDateTime)
                return loaded;
        }

        ClusterFiles.CreateDirectory(directory);
        var issued = ServerCertificate.Issue(time.GetUtcNow());
        ClusterFiles.Write(Path.Combine(directory, AuthorityFile), issued.Authority);
        ClusterFiles.Write(Path.Combine(directory, CertificateFile), issued.Certificate);
        ClusterFiles.Write(Path.Combine(directory, KeyFile), issued.Key);
        ClusterFiles.Write(Path.Combine(directory, TokenFile), ClusterTokens.Random().Administrator);
        return Load(directory);
    }

    private static ClusterIdentity Load(string directory)
    {
        string Read(string file) => File.ReadAllText(Path.Combine(directory, file));
        var server = X509Certificate2.CreateFromPem(Read(CertificateFile), Read(KeyFile));
        return new ClusterIdentity(Read(AuthorityFile), server, new ClusterTokens(Read(TokenFile)));
    }
}
