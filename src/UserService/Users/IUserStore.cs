namespace UserService.Users;

/// <summary>Keeps users; every member may be called by any number of threads at once.</summary>
interface IUserStore
{
    /// <summary>Adds the user; false when the store is full.</summary>
    bool TryAdd(User user);

    /// <summary>The user with that id, or null.</summary>
    User? Find(Guid id);

    /// <summary>The first <paramref name="limit"/> users whose id comes after <paramref name="after"/>.</summary>
    IReadOnlyList<User> List(Guid after, int limit);

    /// <summary>Applies a change to the newest state of a user and returns the result, or null when there is no such user.</summary>
    User? Change(Guid id, Func<User, User> change);

    /// <summary>Removes the user; false when there is no such user.</summary>
    bool Remove(Guid id);
}
