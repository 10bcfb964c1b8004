using System.Collections.Immutable;

namespace UserService.Users;

/// <summary>
/// Users in memory, at most <paramref name="capacity"/> of them. Readers see an immutable snapshot and never wait; a writer whose
/// snapshot has been replaced in between repeats its change.
/// </summary>
sealed class InMemoryUserStore(int capacity = InMemoryUserStore.DefaultCapacity) : IUserStore
{
    /// <summary>100,000 users take about 30 MB, which leaves room under the smallest memory limit, 128 MiB.</summary>
    public const int DefaultCapacity = 100_000;

    static readonly Comparer<User> ById = Comparer<User>.Create((left, right) => left.Id.CompareTo(right.Id));

    ImmutableSortedSet<User> _users = ImmutableSortedSet.Create<User>(ById);

    public bool TryAdd(User user) => Replace(users => users.Count < capacity ? users.Add(user) : users);

    public User? Find(Guid id) => Find(Volatile.Read(ref _users), id);

    public IReadOnlyList<User> List(Guid after, int limit)
    {
        var users = Volatile.Read(ref _users);
        var index = users.IndexOf(Probe(after));
        var first = index < 0 ? ~index : index + 1;

        var page = new User[Math.Min(limit, users.Count - first)];
        for (var i = 0; i < page.Length; i++)
            page[i] = users[first + i];
        return page;
    }

    public User? Change(Guid id, Func<User, User> change)
    {
        User? changed = null;
        Replace(users =>
        {
            var user = Find(users, id);
            changed = user is null ? null : change(user);
            return user is null || changed is null ? users : users.Remove(user).Add(changed);
        });
        return changed;
    }

    public bool Remove(Guid id) => Replace(users => users.Remove(Probe(id)));

    bool Replace(Func<ImmutableSortedSet<User>, ImmutableSortedSet<User>> change)
    {
        while (true)
        {
            var before = Volatile.Read(ref _users);
            var after = change(before);
            if (ReferenceEquals(before, after))
                return false;
            if (ReferenceEquals(Interlocked.CompareExchange(ref _users, after, before), before))
                return true;
        }
    }

    static User? Find(ImmutableSortedSet<User> users, Guid id) =>
        users.TryGetValue(Probe(id), out var user) ? user : null;

    // A set is searched with an element that compares equal.
    static User Probe(Guid id) => new(id, "", "", default, default);
}
