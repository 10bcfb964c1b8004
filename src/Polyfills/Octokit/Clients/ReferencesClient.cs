namespace Octokit;

internal sealed class ReferencesClient(RestClient rest) : IReferencesClient
{
    public Task<Reference> Get(string owner, string name, string reference) =>
        rest.GetAsync<Reference>(RestClient.Repository(owner, name) + $"/git/refs/{Short(reference)}");

    public Task<Reference> Create(string owner, string name, NewReference reference) =>
        rest.SendAsync<Reference>(HttpMethod.Post, RestClient.Repository(owner, name) + "/git/refs", reference);

    private static string Short(string reference) =>
        reference.StartsWith("refs/", StringComparison.Ordinal) ? reference[5..] : reference;
}
