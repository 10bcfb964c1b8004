namespace Octokit;

internal sealed class CommitStatusClient(RestClient rest) : ICommitStatusClient
{
    public Task<IReadOnlyList<CommitStatus>> GetAll(string owner, string name, string reference) =>
        rest.GetAllAsync<CommitStatus>(
            RestClient.Repository(owner, name) + $"/commits/{reference}/statuses",
            new ApiOptions()
        );

    public Task<CommitStatus> Create(string owner, string name, string reference, NewCommitStatus newCommitStatus) =>
        rest.SendAsync<CommitStatus>(
            HttpMethod.Post,
            RestClient.Repository(owner, name) + $"/statuses/{reference}",
            newCommitStatus
        );
}
